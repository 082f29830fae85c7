import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import { services } from "@tagledger/core/catalog/services/all";
import { describe, expect, test } from "vitest";
import { ec2Kinds } from "./ec2/kinds.ts";
import { ecsKinds } from "./ecs/kinds.ts";
import { loadListers } from "./listers.ts";
import { byTaggingApi, readerOf } from "./readers.ts";
import { stateCalls } from "./sagemaker/state-calls.ts";

const TYPES = services.flatMap(({ creations, types = {} }) => [
  ...creations.map(({ type }) => type),
  ...Object.keys(types),
]);

describe("readers", () => {
  test.each([...new Set(TYPES)])(
    "%s is read by the call that the catalog names, or the Tagging API",
    async (type) => {
      const load = readerOf(type);
      const { call } = await load();
      expect(call).toBe(load === byTaggingApi ? "tag:GetResources" : typeFacts(type).liveTags.read.call);
    },
  );

  test("of a type that nobody has heard of is the Tagging API", () => {
    expect(readerOf("unheard:thing")).toBe(byTaggingApi);
  });

  test.each([...Object.keys(ec2Kinds), ...Object.keys(ecsKinds), ...Object.keys(stateCalls)])(
    "%s is asked for where the catalog says it can be",
    (type) => {
      expect(typeFacts(type).exists).not.toBeNull();
    },
  );
});

describe("listers", () => {
  test("list each type once, and only types that the catalog knows", async () => {
    const types = (await loadListers()).flatMap((lister) => lister.types);
    expect(types).toEqual([...new Set(types)]);
    expect(types.filter((type) => !TYPES.includes(type))).toEqual([]);
  });

  test("say what they call", async () => {
    for (const { calls } of await loadListers()) {
      expect(calls.length).toBeGreaterThan(0);
      for (const call of calls) expect(call).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/);
    }
  });
});
