import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import type { Ask } from "./ask.ts";
import { HourlySums } from "./hourly-sums.ts";
import { readQuantity } from "./quantity.ts";
import type { MetricsFound } from "./read-pods.ts";
import type { Times } from "./times.ts";
import { seriesOwner } from "./whose.ts";

/** What is asked for by queries of the configuration, and of whom. */
export interface QueryReading {
  readonly ask: Ask;
  /** What people call the source. */
  readonly name: string;
  readonly source: PrometheusSource;
  /** The pools that each metric divides. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
}

/** Reads metrics that the configuration gives a query for: its value at the end of an hour is the amount of that hour. */
export async function readQueries(
  { ask, name, source, asked }: QueryReading,
  times: Times,
): Promise<MetricsFound> {
  const rows: MetricsFound["rows"][number][] = [];
  const hours = new Map<string, Set<number>>();
  for (const [metric, pools] of asked) {
    const sums = new HourlySums();
    const found = new Set<number>();
    const ownerOf = seriesOwner(source, metric);
    for (const { labels, points } of await ask(source.metrics?.[metric] ?? "", times)) {
      const owner = ownerOf(labels);
      for (const { at, value } of points) {
        const place = `${name}: ${owner.said} at ${new Date(at).toISOString()}`;
        sums.add(at, owner, readQuantity(place, value));
        found.add(at);
      }
    }
    rows.push(...sums.rows(name, metric, pools, 1n));
    hours.set(metric, found);
  }
  return { rows, hours, notes: [] };
}
