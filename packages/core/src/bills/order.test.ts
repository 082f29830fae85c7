import { expect, test } from "vitest";
import { isOlder } from "./order.ts";
import type { Pointer } from "./period-state.ts";

const NOON = Date.UTC(2026, 9, 2, 12);
const READ: Pointer = {
  version: "5f0c",
  sequence: 1,
  chain: [1],
  deliveredAt: NOON,
  payers: [],
  identity: null,
  configuration: "c0ffee",
};
const delivered = (deliveredAt: number) => ({ deliveredAt, manifest: "cur2-Manifest.json" });

test("of deliveries the one is older that was delivered before, or whose id is less at one instant", () => {
  expect(isOlder(delivered(NOON - 1), "ffff", READ)).toBe(true);
  expect(isOlder(delivered(NOON + 1), "0000", READ)).toBe(false);
  expect([isOlder(delivered(NOON), "0000", READ), isOlder(delivered(NOON), "ffff", READ)]).toEqual([
    true,
    false,
  ]);
});

test("files without a manifest are not older than others, but may be than an export that is called the same", () => {
  const loose = { deliveredAt: NOON - 1, manifest: null };
  expect(isOlder(loose, "0000", READ)).toBe(false);
  expect(isOlder(loose, "0000", { ...READ, identity: "arn:aws:bcm-data-exports:…:export/cur2" })).toBe(true);
});
