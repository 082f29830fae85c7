import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import { TYPES } from "@tagledger/core/policy/iam/types";
import { describe, expect, test } from "vitest";
import { may, TAGS } from "./asking.ts";
import { ASKERS, accountOf, allowedActions, granted } from "./granted.ts";
import { never } from "./never.ts";
import { EVERYTHING } from "./settings.ts";

describe.each(ASKERS)("whatever is turned on, %s", (asker) => {
  const account = accountOf(asker);

  test.each(never(account))("may not %s", async (_, action, resource) => {
    expect(await may(asker, { action, resource, context: TAGS })).toBe(false);
  });

  test("may do nothing that is final", async () => {
    const final = TYPES.flatMap((type) =>
      typeFacts(type).remedies.flatMap(({ class: kind, call }) => (kind === "final" ? [call] : [])),
    );
    expect(final.length).toBeGreaterThan(30);
    const documents = granted(asker, EVERYTHING);
    expect(final.filter((call) => allowedActions(documents).includes(call))).toEqual([]);
  });
});
