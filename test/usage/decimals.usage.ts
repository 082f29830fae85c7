import { parsePeriod } from "@tagledger/core/costs/period";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compute, KINDS } from "./cluster/independent.ts";
import { at, smallCluster } from "./cluster/small-cluster.ts";
import { asked } from "./local/asked.ts";
import { type RunningPrometheus, startPrometheus } from "./local/prometheus.ts";
import type { RecordedSeries } from "./local/recorded.ts";

const period = parsePeriod("2026-09");
const until = at(4);
/** Thousandths, which floats do not hold exactly. */
const recorded = smallCluster(until, 0.001);
const whole = recorded.map((series): RecordedSeries => {
  if (series.metric === "kube_pod_status_phase") return series;
  const samples = series.samples.map(([scraped, value]) => [scraped, Math.round(value * 1000)] as const);
  return { ...series, samples };
});

let prometheus: RunningPrometheus;
beforeAll(async () => {
  prometheus = await startPrometheus(recorded);
});
afterAll(() => prometheus.stop());

// A counter of less than a million seconds is a float within 6e-11 of what it says, and its rise in an hour is a sum of 60
// differences: less than 1e-8 seconds, or 3e-12 core hours, of each of at most 4 containers in each of 24 hours.
it("core hours differ from those of decimals by no more than floats of Prometheus do", async () => {
  const kind = KINDS["cpu-core-hours"];
  if (kind === undefined) throw new Error("no core hours");
  const naming = { team: { namespace: true } };
  const { rows } = await asked(prometheus.url, naming, ["cpu-core-hours"]).read({ period, until });
  const { sums } = compute(whole, kind, [period.start, until], (namespace) => namespace);
  const positive = [...sums].filter(([, sum]) => sum > 0);
  expect(rows.map(({ start, team }) => `${start}|${team}`).sort()).toEqual(
    positive.map(([key]) => key).sort(),
  );
  for (const { start, team, quantity } of rows) {
    const exact = (BigInt(sums.get(`${start}|${team}`) ?? 0) * 10n ** 24n) / 3_600_000n;
    const difference = quantity > exact ? quantity - exact : exact - quantity;
    expect(difference).toBeLessThan(24n * 4n * 3n * 10n ** 12n);
  }
});
