import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { parsePeriod } from "../costs/period.ts";
import { formatRational } from "../costs/rational.ts";
import { used } from "../costs/sharing/testing/share.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import { completenessOf, type Spoken } from "./completeness.ts";

const PERIOD = parsePeriod("2026-09");
const HOUR = 3_600_000;
const { config } = loadConfig(
  `version: 1
pools:
  - { name: gpu, method: usage, metric: { gpu-hours: 1 } }
  - { name: cpu, method: usage, metric: { cpu-core-hours: 9, memory-gib-hours: 1, ignored: 0 } }
  - { name: all, method: even }`,
  "tagledger.yaml",
);

function hours(pool: string, metric: string, from: number, to: number): UsageRow {
  return used(pool, "vision", "1", {
    metric,
    start: PERIOD.start + from * HOUR,
    end: PERIOD.start + to * HOUR,
  });
}

function completeness({
  usage = [],
  coverage = [],
  at = PERIOD.end,
}: {
  usage?: readonly UsageRow[];
  coverage?: readonly Spoken[];
  at?: number;
}): Record<string, string> {
  const known = completenessOf(config.pools, { period: PERIOD, at, usage, coverage });
  return Object.fromEntries([...known].map(([pool, part]) => [pool, formatRational(part)]));
}

describe("the completeness of a pool", () => {
  test("is that of the hours which its rows cover, each counted once", () => {
    const usage = [hours("gpu", "gpu-hours", 0, 100), hours("gpu", "gpu-hours", 50, 180)];
    expect(completeness({ usage }).gpu).toBe("1/4");
  });

  test("is of the hours so far while the month runs", () => {
    const at = PERIOD.start + 100.5 * HOUR;
    expect(completeness({ usage: [hours("gpu", "gpu-hours", 0, 50)], at }).gpu).toBe("1/2");
    expect(completeness({ usage: [hours("gpu", "gpu-hours", 0, 720)], at }).gpu).toBe("1/1");
    expect(completeness({ at: PERIOD.start }).gpu).toBe("1/1");
  });

  test("is the least of its metrics that weigh something", () => {
    const usage = [hours("cpu", "cpu-core-hours", 0, 720), hours("cpu", "memory-gib-hours", 0, 360)];
    expect(completeness({ usage }).cpu).toBe("1/2");
    expect(completeness({ usage: usage.slice(0, 1) }).cpu).toBe("0/1");
  });

  test("is what sources say, the least of several, whatever hours their rows cover", () => {
    const usage = [hours("gpu", "gpu-hours", 0, 720)];
    const coverage = [
      { pool: "gpu", metric: "gpu-hours", hours: 719, of: 720 },
      { pool: "gpu", metric: "gpu-hours", hours: 540, of: 720 },
    ];
    expect(completeness({ usage, coverage }).gpu).toBe("3/4");
  });

  test("is nothing where nothing is known, and not asked of pools that measure nothing", () => {
    expect(completeness({})).toEqual({ gpu: "0/1", cpu: "0/1" });
  });

  test("is the same in whatever order rows come, and never falls by another", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(719), fc.integer({ min: 1, max: 48 })), { minLength: 1, maxLength: 30 }),
        (spans) => {
          const usage = spans.map(([from, length]) => hours("gpu", "gpu-hours", from, from + length));
          const covered = new Set(
            spans.flatMap(([from, length]) => Array.from({ length }, (_, hour) => from + hour)),
          );
          const known = [...covered].filter((hour) => hour < 720).length;
          const [n = 0n, d = 1n] = (completeness({ usage }).gpu ?? "").split("/").map(BigInt);
          expect((n * 720n) / d).toBe(BigInt(known));
          expect(completeness({ usage: usage.toReversed() })).toEqual(completeness({ usage }));
        },
      ),
    ));
});
