import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import { parsePeriod } from "@tagledger/core/costs/period";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compute, KINDS, type Naming } from "./cluster/independent.ts";
import { at, smallCluster } from "./cluster/small-cluster.ts";
import { asked } from "./local/asked.ts";
import { type RunningPrometheus, startPrometheus } from "./local/prometheus.ts";

const period = parsePeriod("2026-09");
const MONTH = [period.start, period.end] as const;
const until = period.end;
const DAY = 86_400_000;
/** Sums of such fractions are exact in floats, Prometheus' own too. */
const recorded = smallCluster(until, 1 / 1024);
const PER: Readonly<Record<string, bigint>> = {
  "cpu-core-hours": 3600n,
  "memory-gib-hours": 60n * 2n ** 30n,
  "gpu-hours": 6000n,
};

let prometheus: RunningPrometheus;
beforeAll(async () => {
  prometheus = await startPrometheus(recorded);
});
afterAll(() => prometheus.stop());

const byLabel: Naming = (namespace, labels) => {
  const { label_ml_team: label, label_ml_project: project, label_ml_experiment_id: experiment } = labels;
  const known = label === "capacity" ? "unowned:capacity" : label;
  return [known ?? `unowned:${namespace}`, project ?? "", experiment ?? ""].join("|");
};

describe("a month of a small cluster", () => {
  it.each(Object.keys(KINDS))("has exactly the %s of its raw samples, by label", async (metric) => {
    const team: PrometheusSource["team"] = { label: "ml-team" };
    const dimensions = { project: "ml-project", experiment: "ml-experiment-id" };
    const reading = await asked(prometheus.url, { team, dimensions }, [metric]).read({ period, until });
    const { sums, hours } = compute(recorded, kind(metric), MONTH, byLabel);
    expect(ofRows(reading.rows)).toEqual(exact(sums, metric));
    expect(reading.coverage).toEqual([{ pool: "shared", metric, hours: hours.size, of: 720 }]);
    expect(hours.size).toBe(720 - 2 - 23);
  });

  it("has exactly the core hours of its raw samples, by namespace", async () => {
    const reading = await asked(prometheus.url, { team: { namespace: true } }, ["cpu-core-hours"]).read({
      period,
      until,
    });
    const { sums } = compute(recorded, kind("cpu-core-hours"), MONTH, (namespace) => `${namespace}||`);
    expect(ofRows(reading.rows)).toEqual(exact(sums, "cpu-core-hours"));
  });

  it("is read up to an hour", async () => {
    const reading = await asked(prometheus.url, { team: { label: "ml_team" } }, ["gpu-hours"]).read({
      period,
      until: at(4, 2),
    });
    expect(reading.coverage).toEqual([{ pool: "shared", metric: "gpu-hours", hours: 74, of: 74 }]);
    expect(Math.max(...reading.rows.map(({ end }) => end))).toBe(at(4, 2));
  });

  it("has the amounts that a query of the configuration gives, by day and team", async () => {
    const metrics = { reads: "sum by (team, namespace) (sum_over_time(store_reads[1h]))" };
    const reading = await asked(prometheus.url, { metrics }, ["reads"]).read({ period, until });
    const expected: Record<string, bigint> = {};
    const hours = new Set<number>();
    for (const { metric, labels, samples } of recorded) {
      if (metric !== "store_reads") continue;
      for (const [scraped, value] of samples) {
        hours.add(scraped - (scraped % 3_600_000));
        const key = `${scraped - (scraped % DAY)}|${labels.team ?? "unowned:store"}||`;
        if (value > 0) expected[key] = (expected[key] ?? 0n) + BigInt(value) * 10n ** 24n;
      }
    }
    expect(ofRows(reading.rows)).toEqual(expected);
    expect(reading.coverage).toEqual([{ pool: "shared", metric: "reads", hours: hours.size, of: 720 }]);
  });
});

function kind(metric: string) {
  const found = KINDS[metric];
  if (found === undefined) throw new Error(metric);
  return found;
}

/** Quantities by day and owner; each once. */
function ofRows(rows: readonly UsageRow[]): Record<string, bigint> {
  const all: Record<string, bigint> = {};
  for (const { start, end, team, project, experiment, quantity } of rows) {
    const key = `${start}|${team}|${project ?? ""}|${experiment ?? ""}`;
    expect([key, end - start, key in all]).toEqual([key, DAY, false]);
    all[key] = quantity;
  }
  return all;
}

/** The same of sums, which are whole 1024ths: exactly, cut off after 24 places. */
function exact(sums: ReadonlyMap<string, number>, metric: string): Record<string, bigint> {
  const all: Record<string, bigint> = {};
  for (const [key, sum] of sums) {
    const quantity = (BigInt(sum * 1024) * 10n ** 24n) / 1024n / (PER[metric] ?? 1n);
    if (quantity > 0n) all[key.endsWith("|capacity") ? `${key}||` : key] = quantity;
  }
  return all;
}
