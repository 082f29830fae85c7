import type { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { calledBySource } from "@tagledger/core/config/consumers";
import type { CloudwatchSource } from "@tagledger/core/config/definition/usage/cloudwatch";
import type { UsagePool } from "@tagledger/core/costs/sharing/driver";
import type { UsageReading, UsageSource } from "@tagledger/core/ports/usage-sources";
import { DailyRows } from "../daily-rows.ts";
import { decimalOf } from "../decimal-of.ts";
import { DAY, HOUR, hoursIn, hoursKnown, type Span, spanOf } from "../hours.ts";
import { type Asking, hourlySums } from "./data.ts";
import { listedMetrics } from "./list.ts";
import { seriesOf } from "./series.ts";

/** How long CloudWatch keeps hourly sums, and for how long it lists a metric that nobody publishes. */
const KEPT = 455 * DAY;
const LISTED = 14 * DAY;

/** What CloudWatch is read with. */
export interface CloudwatchOptions extends Omit<Asking, "namespace"> {
  readonly source: CloudwatchSource;
  readonly pools: readonly UsagePool[];
  /** The teams that are known, by all their names: they are found though they published nothing lately. */
  readonly teams: readonly string[];
  readonly client: CloudWatchClient;
  /** The time, in epoch milliseconds. */
  readonly now: () => number;
}

/**
 * What services publish about their teams in CloudWatch. An hour is known where any team has a datapoint in it: nothing
 * tells an hour without use from one in which nothing was published.
 *
 * @example cloudwatchUsage({ source, pools, teams, client, now, sleep, random }).read({ period, until })
 */
export function cloudwatchUsage({ source, pools, teams, now, ...asking }: CloudwatchOptions): UsageSource {
  const { namespace, pool, dimension } = source;
  const metric = pools.find(({ name }) => name === pool)?.metric ?? {};
  const names = Object.entries(
    source.metrics ?? Object.fromEntries(Object.keys(metric).map((each) => [each, each])),
  );
  return {
    kind: source.kind,
    name: `cloudwatch ${namespace}`,
    pools: [pool],
    async read(query): Promise<UsageReading> {
      const asked = spanOf(query);
      const sums = new DailyRows(asked);
      const coverage = [];
      for (const [metric, name] of names) {
        const known = asked.start < asked.end ? await readMetric(metric, name, asked, sums) : [];
        coverage.push({ pool, metric, hours: hoursKnown(asked, known), of: hoursIn(asked) });
      }
      return { rows: sums.rows(), coverage, notes: notesOf(asked) };
    },
  };

  /** Adds what a metric summed up to, and tells which hours have a datapoint. */
  async function readMetric(metric: string, name: string, asked: Span, sums: DailyRows): Promise<Span[]> {
    const listed = await listedMetrics(asking.client, source, name);
    const series = seriesOf(listed, source, name, teams).map((each) => ({ ...each, name }));
    const known = new Set<number>();
    for await (const [{ team }, points] of hourlySums({ ...asking, namespace }, series, asked)) {
      for (const { at, value } of points) {
        if (at < asked.start || at >= asked.end) continue;
        const place = placeOf(name, team);
        const use = { start: at, end: at + HOUR, team: calledBySource(team), place };
        sums.add(use, [pool], metric, decimalOf(value, place));
        known.add(at);
      }
    }
    return [...known].map((at) => ({ start: at, end: at + HOUR }));
  }

  function placeOf(name: string, team: string): string {
    return `cloudwatch ${namespace} ${name}: ${dimension}="${team}"`;
  }

  function notesOf(asked: Span): string[] {
    const age = now() - asked.start;
    return [
      `cloudwatch ${namespace}: an hour in which no team has a datapoint is not known: publish 0 where there was no use`,
      ...(age > KEPT
        ? [`cloudwatch ${namespace}: hourly sums are kept for 455 days: what is older is not known`]
        : []),
      ...(age > LISTED
        ? [
            `cloudwatch ${namespace}: metrics that published nothing in the last two weeks are not listed: of those only ` +
              `what names a known team by ${[dimension, ...Object.keys(source.where ?? {})].join(", ")} alone is seen`,
          ]
        : []),
    ];
  }
}
