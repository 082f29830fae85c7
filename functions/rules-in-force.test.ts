import { configOf } from "@tagledger/core/config/testing/config-of";
import type { Configurations, Published } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { rulesInForce } from "./rules-in-force.ts";

const ONE: Published = { config: configOf("allocation: direct"), hash: "one" };
const OTHER: Published = { config: configOf("allocation: reciprocal"), hash: "other" };

test("rules are compiled once for each configuration, and are those of the one in force", async () => {
  let published = ONE;
  const configurations: Configurations = { current: async () => published };
  const rules = rulesInForce(async () => configurations);
  const first = await rules();
  expect(first.configuration).toBe("one");
  expect(await rules()).toBe(first);
  published = OTHER;
  expect((await rules()).configuration).toBe("other");
});

test("where nobody can tell what is in force, there are no rules", async () => {
  let isReached = true;
  const current = async () => {
    if (!isReached) throw new Error("no network");
    return ONE;
  };
  const rules = rulesInForce(async () => ({ current }));
  await rules();
  isReached = false;
  await expect(rules()).rejects.toThrow("no network");
});
