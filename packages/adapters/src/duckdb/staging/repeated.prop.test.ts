import fc from "fast-check";
import { expect, it } from "vitest";
import { repeated } from "./repeated.ts";

it("finds the hashes that stand twice, in however many rounds", async () => {
  const hash = fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(hash, { maxLength: 300, selector: String }),
      fc.nat(),
      fc.integer({ min: 1, max: 64 }),
      async (some, seed, together) => {
        const twice = some.filter((_, index) => (index * 7 + seed) % 5 === 0);
        const pairs = Uint32Array.from([...some, ...twice].flat());
        const runs = () =>
          [pairs.subarray(0, some.length), pairs.subarray(some.length)].filter(
            ({ length }) => length % 2 === 0,
          );
        const read = some.length % 2 === 0 ? runs : () => [pairs];
        const found = new Set(await repeated(pairs.length / 2, read, together));
        for (const [low, high] of twice) expect(found).toContain((BigInt(high) << 32n) | BigInt(low));
        // A hash that only seems to stand twice is one in billions.
        expect(found.size).toBe(twice.length);
      },
    ),
  );
});
