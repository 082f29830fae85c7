import fc from "fast-check";
import { expect, it } from "vitest";
import { repeated } from "./repeated.ts";

/** Halves of hashes: some of any size, and some of so few that hashes often share one. */
const half = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 5 }));

it("finds the hashes that stand twice, in however many groups and rounds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(half, half), { maxLength: 300, size: "max", selector: String }),
      fc.nat(),
      fc.record({ together: fc.integer({ min: 1, max: 64 }), group: fc.integer({ min: 1, max: 64 }) }),
      async (some, seed, size) => {
        const twice = some.filter((_, index) => (index * 7 + seed) % 5 === 0);
        const first = Uint32Array.from(some.flat());
        const second = Uint32Array.from(twice.flat());
        const found = await repeated(some.length + twice.length, () => [first, second], size);
        const expected = twice.map(([low, high]) => (BigInt(high) << 32n) | BigInt(low));
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    ),
  );
});

it("stops at a thousand where all stand twice", async () => {
  const random = (at: number) => Math.imul(at + 1, 0x9e3779b1) >>> 0;
  const all = Uint32Array.from({ length: 200_000 }, (_, at) => random(at));
  const found = await repeated(all.length, () => [all, all]);
  expect(new Set(found).size).toBe(1000);
});
