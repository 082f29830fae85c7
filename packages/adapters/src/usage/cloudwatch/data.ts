import {
  type CloudWatchClient,
  GetMetricDataCommand,
  type GetMetricDataCommandOutput,
  type MetricDataQuery,
  type StatusCode,
} from "@aws-sdk/client-cloudwatch";
import { TagledgerError } from "@tagledger/core/errors";
import { HOUR, type Span } from "../hours.ts";
import type { Series } from "./series.ts";
import { explainCloudwatch } from "./trouble.ts";

/** As many as one call takes. */
const AT_ONCE = 500;
const TRIES = 4;
const PAUSE = 500;

/** A metric that is read. */
export interface ReadSeries extends Series {
  /** As CloudWatch calls it. */
  readonly name: string;
}

/** What a metric summed up to in an hour that begins at an instant. */
export interface Datapoint {
  readonly at: number;
  readonly value: number;
}

/** What CloudWatch is asked with. */
export interface Asking {
  readonly client: CloudWatchClient;
  readonly namespace: string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/**
 * The hourly sums of metrics, whole or not at all.
 *
 * @throws outside-failure where CloudWatch gives less than all again and again, or refuses
 */
export async function* hourlySums(
  asking: Asking,
  series: readonly ReadSeries[],
  asked: Span,
): AsyncGenerator<readonly [ReadSeries, readonly Datapoint[]]> {
  for (let from = 0; from < series.length; from += AT_ONCE) {
    const batch = series.slice(from, from + AT_ONCE);
    const points = await untilWhole(asking, batch, asked);
    for (const [index, each] of batch.entries()) yield [each, points.get(`m${index}`) ?? []];
  }
}

type Points = ReadonlyMap<string, readonly Datapoint[]>;

/** Asks again, all of it, where something is missing: what was given may be of another moment. */
async function untilWhole(asking: Asking, batch: readonly ReadSeries[], asked: Span): Promise<Points> {
  let missing = "";
  for (let tried = 0; tried < TRIES; tried++) {
    if (tried > 0) await asking.sleep(PAUSE * 2 ** tried * (0.5 + asking.random() / 2));
    const read = await readOnce(asking, batch, asked);
    if ("points" in read) return read.points;
    missing = read.missing;
  }
  const message = `cloudwatch ${asking.namespace}: CloudWatch gives less than all of what it was asked for: ${missing}`;
  throw new TagledgerError("outside-failure", message);
}

async function readOnce(
  { client, namespace }: Asking,
  batch: readonly ReadSeries[],
  asked: Span,
): Promise<{ readonly points: Points } | { readonly missing: string }> {
  const points = new Map<string, Datapoint[]>();
  const statuses = new Map<string, StatusCode | undefined>();
  const told: string[] = [];
  let token: string | undefined;
  do {
    const page: GetMetricDataCommandOutput = await client
      .send(
        new GetMetricDataCommand({
          MetricDataQueries: batch.map((series, index) => queryOf(namespace, series, `m${index}`)),
          StartTime: new Date(asked.start),
          EndTime: new Date(asked.end),
          ScanBy: "TimestampAscending",
          NextToken: token,
        }),
      )
      .catch((error: unknown) => {
        throw explainCloudwatch(error, namespace);
      });
    for (const {
      Id = "",
      StatusCode,
      Timestamps = [],
      Values = [],
      Messages = [],
    } of page.MetricDataResults ?? []) {
      const known = points.get(Id) ?? [];
      points.set(Id, known);
      for (const [index, time] of Timestamps.entries()) {
        known.push({ at: time.getTime(), value: Values[index] ?? Number.NaN });
      }
      statuses.set(Id, StatusCode);
      for (const { Code, Value } of Messages) told.push(`${Code}: ${Value}`);
    }
    for (const { Code, Value } of page.Messages ?? []) told.push(`${Code}: ${Value}`);
    token = page.NextToken;
  } while (token !== undefined);
  for (const [index, { name, team }] of batch.entries()) {
    const status = statuses.get(`m${index}`) ?? "nothing";
    if (status !== "Complete") told.push(`${name} of "${team}" is ${status}`);
  }
  return told.length === 0 ? { points } : { missing: told.slice(0, 3).join("; ") };
}

function queryOf(namespace: string, { name, dimensions }: ReadSeries, id: string): MetricDataQuery {
  const metric = { Namespace: namespace, MetricName: name, Dimensions: [...dimensions] };
  return { Id: id, MetricStat: { Metric: metric, Period: HOUR / 1000, Stat: "Sum" }, ReturnData: true };
}
