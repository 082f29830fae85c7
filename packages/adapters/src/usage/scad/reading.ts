import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Config } from "@tagledger/core/config/definition";
import { chargeNeeds } from "@tagledger/core/costs/query";
import type { Coverage } from "@tagledger/core/costs/sharing/coverage";
import type { UsageQuery, UsageReading } from "@tagledger/core/ports/usage-sources";
import type { PartFetcher } from "../../deliveries/fetcher.ts";
import { openDatabase, sqlFile } from "../../duckdb/database.ts";
import { outsideTrouble } from "../../duckdb/staging/trouble.ts";
import { FINER } from "../daily-rows.ts";
import { byMetric } from "../pods/asked-pools.ts";
import { hoursBetween } from "../pods/quantity.ts";
import { type Loaded, loadSplits } from "./load.ts";
import { type Naming, type SplitRows, splitRows } from "./split-rows.ts";

/** What a reading works with. */
export interface SplitReading extends Omit<Naming, "keys"> {
  readonly config: Config;
  readonly fetcher: PartFetcher;
  readonly folder: string;
}

const NO_CAPACITY = "split lines do not tell what machines could have given: what nobody used is not known";
const FOCUS = "FOCUS bills hold no split lines; export a Cost and Usage Report for them";

/** Reads the split lines of the deliveries of a month, on disk rather than in memory. */
export async function readSplits(
  reading: SplitReading,
  deliveries: readonly Delivery[],
  query: UsageQuery,
): Promise<UsageReading> {
  await mkdir(reading.folder, { recursive: true });
  const folder = await mkdtemp(join(reading.folder, "split-"));
  try {
    return await readWithin({ ...reading, folder }, deliveries, query);
  } catch (error) {
    const parts = deliveries.flatMap((delivery) => delivery.parts);
    const delivery = { export: reading.name, period: query.period.name, parts };
    throw await outsideTrouble(error, { workspace: folder, delivery });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readWithin(
  reading: SplitReading,
  deliveries: readonly Delivery[],
  { period, until }: UsageQuery,
): Promise<UsageReading> {
  const { config, source, folder } = reading;
  const labels = [source.team?.label, ...FINER.map((each) => source.dimensions?.[each])];
  const keys = {
    rules: chargeNeeds(config).tagKeys,
    labels: [...new Set(labels.flatMap((each) => each ?? []))],
  };
  const whole = { start: period.start, end: Math.max(period.start, Math.min(period.end, until)) };
  const database = await openDatabase({ within: folder });
  try {
    await database.run(sqlFile("macros.sql"));
    const loaded = await loadSplits({ ...reading, database, keys }, deliveries, whole);
    const split = await splitRows(database, { ...reading, keys }, whole);
    const of = hoursBetween(whole.start, whole.end);
    const hours = split.known.reduce(
      (sum, { start, end }) => sum + hoursBetween(start, Math.min(end, whole.end)),
      0,
    );
    const coverage = byMetric(reading.pools).map((each): Coverage => ({ ...each, hours, of }));
    return { rows: split.rows, coverage, notes: notesOf(reading, loaded, split) };
  } finally {
    await database.close();
  }
}

function notesOf({ name }: SplitReading, { unknown, withoutSplits }: Loaded, { rows }: SplitRows): string[] {
  const notes = rows.length === 0 ? ["it holds no split lines of this month"] : [NO_CAPACITY];
  if (withoutSplits > 0) notes.push(FOCUS);
  if (unknown.length > 0) notes.push(`left out, as nobody knows what they measure: ${unknown.join(", ")}`);
  return notes.map((note) => `${name}: ${note}`);
}
