import { describe, expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { formatRational, ONE, type Rational, ZERO } from "../costs/rational.ts";
import type { DividedBy } from "../costs/sharing/divided-by.ts";
import { PERIOD, sharingConfig, used } from "../costs/sharing/testing/share.ts";
import { confidenceOf } from "./confidence.ts";
import { madeSnapshot } from "./testing/made-snapshot.ts";

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
  const known = confidenceOf(weighed, "2026-09", new Map());
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
  expect(confidenceOf([held], "2026-09", new Map()).get("outer")).toEqual({ n: 0n, d: 1n });
});

describe("a pool whose money goes through other pools", () => {
  const through = (part: Rational, back: readonly [string, Rational][] = []) => {
    const weighed = config.pools
      .filter(({ method }) => method === "usage")
      .map((pool) => ({ pool, dividedBy: NOW, completeness: pool.name === "gpu" ? MOST : HALF }));
    const rows = new Map([
      ["gpu", { pools: new Map([["cpu", part]]) }],
      ["cpu", { pools: new Map(back) }],
    ]);
    const known = confidenceOf(weighed, "2026-09", rows);
    return [known.get("gpu"), known.get("cpu")];
  };

  test("counts at most what each of them does, however small the part", () => {
    expect(through({ n: 1n, d: 10n ** 30n })).toEqual([HALF, HALF]);
  });

  test("counts for itself where nothing comes to them", () => {
    expect(through(ZERO)).toEqual([MOST, HALF]);
  });

  test("counts as the least of all that consume each other", () => {
    expect(through(HALF, [["gpu", HALF]])).toEqual([HALF, HALF]);
  });

  test("counts at most what the pools count that a pool of the same chain follows", () => {
    const chain = new Map([["fixed", { pools: new Map([["outer", ONE]]) }]]);
    const weighed = config.pools.map((pool) => ({
      pool,
      dividedBy: pool.method === "usage" ? NOW : { method: pool.method, usage: null },
      completeness: pool.method === "usage" ? HALF : null,
    }));
    expect(confidenceOf(weighed, "2026-09", chain).get("fixed")).toEqual(HALF);
  });
});

test("machines are no surer than the processors and memory that their cost goes through", async () => {
  const rules = sharingConfig(
    ["vision"],
    `  - { name: machines, match: { service: AmazonEC2 }, method: usage, metric: { cpu-core-hours: 9, memory-gib-hours: 1 } }
  - { name: cpu, method: usage, metric: { cpu-core-hours: 1 } }
  - { name: memory, method: usage, metric: { memory-gib-hours: 1 } }`,
  );
  const hour = { end: PERIOD.start + 3_600_000 };
  const snapshot = await madeSnapshot(
    rules,
    [{ service: "AmazonEC2", amount: "100" }],
    [
      used("machines", "pool:cpu", "3", { metric: "cpu-core-hours" }),
      used("machines", "pool:memory", "5", { metric: "memory-gib-hours" }),
      used("cpu", "vision", "1", { metric: "cpu-core-hours", ...hour }),
      used("memory", "vision", "1", { metric: "memory-gib-hours" }),
    ],
  );
  const told = snapshot.pools.map(({ pool, completeness, confidence }) => [
    pool,
    completeness === null ? null : formatRational(completeness),
    formatRational(confidence),
  ]);
  expect(told).toEqual([
    ["machines", "1/1", "1/720"],
    ["cpu", "1/720", "1/720"],
    ["memory", "1/1", "1/1"],
  ]);
});
