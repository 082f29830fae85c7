import { expect, it } from "vitest";
import { SeenHashes } from "./seen-hashes.ts";

it("knows every hash that was added, though there are more than were expected", () => {
  const seen = new SeenHashes(1);
  const halves = Array.from({ length: 100 }, (_, at) => Math.imul(at, 0x9e3779b1) >>> 0);
  const all = halves.flatMap((low) => halves.map((high) => [low, high] as const));
  expect(halves[0]).toBe(0);
  expect(all.every(([low, high]) => seen.add(low, high))).toBe(true);
  expect(all.some(([low, high]) => seen.add(low, high))).toBe(false);
});
