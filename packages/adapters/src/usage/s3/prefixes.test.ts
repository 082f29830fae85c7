import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownerOfKey } from "./prefixes.ts";

describe("a key", () => {
  test.each([
    ["fraud/a/b.bin", "fraud"],
    ["fraud/", "fraud"],
    ["fraud", "unowned:(root)"],
    ["/a.bin", "unowned:(root)"],
    ["größe/a", "größe"],
    ["capacity/a", "unowned:capacity"],
    ["pool:eks/a", "unowned:pool:eks"],
  ])("%s is that of its first folder where no prefixes are given: %s", (key, owner) => {
    expect(ownerOfKey(undefined)(key)).toBe(owner);
  });

  test.each([
    ["models/fraud/1", "fraud"],
    ["models/fraud/old/1", "archive"],
    ["models/1", "ml-platform"],
    ["model", "unowned:(root)"],
    ["other/1", "unowned:other"],
  ])("%s is that of its longest prefix: %s", (key, owner) => {
    const prefixes = { "models/": "ml-platform", "models/fraud/": "fraud", "models/fraud/old/": "archive" };
    expect(ownerOfKey(prefixes)(key)).toBe(owner);
  });

  test("is owned as a look through all prefixes says", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.dictionary(
          text.filter((each) => each !== ""),
          text,
        ),
        text,
        (prefixes, key) => {
          const [longest] = Object.keys(prefixes)
            .filter((prefix) => key.startsWith(prefix))
            .sort((a, b) => b.length - a.length);
          const found = ownerOfKey(prefixes)(key);
          if (longest === undefined) expect(found).toMatch(/^unowned:/);
          else expect(found).toBe(prefixes[longest]);
        },
      ),
    );
  });
});
