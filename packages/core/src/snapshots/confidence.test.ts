import { expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { formatRational, type Rational } from "../costs/rational.ts";
import type { DividedBy } from "../costs/sharing/divided-by.ts";
import { confidenceOf } from "./confidence.ts";

const { config } = loadConfig(
  `version: 1
teams: { a: {} }
pools:
  - { name: outer, method: follow, of: [inner, fixed] }
  - { name: inner, method: follow, of: [gpu, cpu] }
  - { name: gpu, method: usage, metric: { use: 1 } }
  - { name: cpu, method: usage, metric: { use: 1 } }
  - { name: fixed, method: fixed, shares: { a: "1" } }`,
  "tagledger.yaml",
);
const NOW: DividedBy = { method: "usage", usage: "2026-09" };
const HALF: Rational = { n: 1n, d: 2n };
const MOST: Rational = { n: 9n, d: 10n };

function confidence(gpu: DividedBy, cpu: DividedBy = NOW): Record<string, string> {
  const measured = new Map([
    ["gpu", { dividedBy: gpu, completeness: HALF }],
    ["cpu", { dividedBy: cpu, completeness: MOST }],
  ]);
  const weighed = config.pools.map((pool) => ({
    pool,
    ...(measured.get(pool.name) ?? { dividedBy: { method: pool.method, usage: null }, completeness: null }),
  }));
  const known = confidenceOf(weighed, "2026-09");
  return Object.fromEntries([...known].map(([pool, part]) => [pool, formatRational(part)]));
}

test("usage of the month counts as it is complete, and what follows as the least of what it follows", () => {
  expect(confidence(NOW)).toEqual({ gpu: "1/2", cpu: "9/10", fixed: "1/1", inner: "1/2", outer: "1/2" });
});

test("usage of an earlier month counts half, however complete it is", () => {
  expect(confidence(NOW, { method: "usage", usage: "2026-07" }).cpu).toBe("1/2");
});

test.each(["even", "proportional", "held"] as const)(
  "what is divided by %s for want of usage counts nothing",
  (method) => {
    expect(confidence({ method, usage: null })).toMatchObject({ gpu: "0/1", inner: "0/1", outer: "0/1" });
  },
);

test("a pool that could not follow counts nothing", () => {
  const [outer] = config.pools;
  if (outer === undefined) throw new Error("there is no pool");
  const held = { pool: outer, dividedBy: { method: "held", usage: null }, completeness: null } as const;
  expect(confidenceOf([held], "2026-09").get("outer")).toEqual({ n: 0n, d: 1n });
});
