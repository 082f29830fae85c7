import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import { DailyRows } from "../daily-rows.ts";
import type { Ask } from "./ask.ts";
import { hourUntil, spanOf } from "./hours.ts";
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
  const rows = new DailyRows(spanOf(times));
  const hours = new Map<string, Set<number>>();
  for (const [metric, pools] of asked) {
    const found = new Set<number>();
    const ownerOf = seriesOwner(source, metric);
    for (const { labels, points } of await ask(source.metrics?.[metric] ?? "", times)) {
      const { said, ...owner } = ownerOf(labels);
      for (const { at, value } of points) {
        const quantity = readQuantity(`${name}: ${said} at ${new Date(at).toISOString()}`, value);
        rows.add({ ...hourUntil(at), ...owner, place: `${name}: ${said}` }, pools, metric, quantity);
        found.add(at);
      }
    }
    hours.set(metric, found);
  }
  return { rows: rows.rows(), hours, notes: [] };
}
