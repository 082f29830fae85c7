import { LAKE } from "../company/buckets.ts";
import { FEATURES } from "../company/tables.ts";
import { TEAMS } from "../company/teams.ts";
import type { Company } from "../company.ts";
import { MONTH } from "../month.ts";
import type { Random } from "../random.ts";
import { divide, type Weighted } from "./divide.ts";
import type { UsageRow } from "./row.ts";

const { fraud, personalization, forecasting, documents, platform } = TEAMS;

/** The bytes that each team keeps in the data lake, and what it reads from and writes to the feature store. */
export function* storeUsage({ buckets, tables }: Company, random: Random): Iterable<UsageRow> {
  const lake = buckets.find(({ name }) => name === LAKE);
  const features = tables.find(({ name }) => name === FEATURES);
  const inDay = (hours: readonly number[] = [], day = 0) =>
    hours.slice(day * 24, day * 24 + 24).reduce((sum, count) => sum + count, 0);
  for (let day = 0; day < MONTH.days; day++) {
    const byteHours = BigInt(lake?.gibByDay[day] ?? 0) * 2n ** 30n * 24n;
    yield* divided(random, { pool: "datalake", metric: "s3-byte-hours", day }, byteHours, LAKE_CONSUMERS);
    const reads = BigInt(inDay(features?.readsByHour, day));
    const writes = BigInt(inDay(features?.writesByHour, day));
    yield* divided(random, { pool: "feature-store", metric: "reads", day }, reads, READERS);
    yield* divided(random, { pool: "feature-store", metric: "writes", day }, writes, WRITERS);
  }
}

function* divided(
  random: Random,
  row: Pick<UsageRow, "pool" | "metric" | "day">,
  total: bigint,
  consumers: readonly Weighted[],
): Iterable<UsageRow> {
  for (const [consumer, part] of divide(random, total, consumers)) {
    yield { ...row, ...consumer, quantity: String(part) };
  }
}

const LAKE_CONSUMERS: readonly Weighted[] = [
  [30, { team: personalization.name, project: "home-ranking" }],
  [12, { team: personalization.name }],
  [18, { team: fraud.name, project: "graph-signals" }],
  [16, { team: forecasting.name, project: "store-demand" }],
  [15, { team: documents.name, project: "invoice-extraction" }],
  [5, { team: platform.name }],
  // Where the feature store keeps its history.
  [4, { team: "pool:feature-store" }],
];

const READERS: readonly Weighted[] = [
  [46, { team: personalization.name, project: "home-ranking", workload: "inference", environment: "prod" }],
  [33, { team: fraud.name, project: "card-screening", workload: "inference", environment: "prod" }],
  [14, { team: personalization.name, project: "search-ranking", workload: "inference", environment: "prod" }],
  [5, { team: forecasting.name }],
  [2, { team: platform.name, project: "feature-store", environment: "dev" }],
];

const WRITERS: readonly Weighted[] = [
  [48, { team: personalization.name }],
  [38, { team: fraud.name }],
  [12, { team: forecasting.name }],
  [2, { team: platform.name, project: "feature-store" }],
];
