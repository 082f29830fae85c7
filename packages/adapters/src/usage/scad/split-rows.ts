import { DuckDBDecimalValue } from "@duckdb/node-api";
import type { ScadSource } from "@tagledger/core/config/definition/usage/scad";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import type { Database } from "../../duckdb/database.ts";
import { DailyRows, FINER } from "../daily-rows.ts";
import type { Span } from "../hours.ts";
import { type AskedPool, asking, POD_METRICS } from "../pods/asked-pools.ts";
import { joined } from "../pods/span.ts";
import { teamOf } from "../pods/whose.ts";
import { type SplitKeys, splitTotals } from "./split-lines.ts";

/** How split lines become usage. */
export interface Naming {
  readonly name: string;
  readonly source: Pick<ScadSource, "team" | "dimensions">;
  readonly pools: readonly AskedPool[];
  readonly keys: SplitKeys;
}

/** Usage as split lines tell it, and the times of which they tell anything. */
export interface SplitRows {
  readonly rows: readonly UsageRow[];
  readonly known: readonly Span[];
}

/** What the loaded split lines come to, of the time that is asked for. */
export async function splitRows(
  database: Database,
  { name, source, pools, keys }: Naming,
  asked: Span,
): Promise<SplitRows> {
  const sums = new DailyRows(asked);
  const spans = new Map<string, Span>();
  for await (const columns of database.columns(splitTotals(keys))) {
    for (const row of (columns[0] ?? []).keys()) {
      const text = (column: number) => String(columns[column]?.[row] ?? "");
      const filled = (value: string) => (value === "" ? null : value);
      const label = (key: string | undefined) =>
        key === undefined ? null : filled(text(7 + keys.labels.indexOf(key)));
      const span = { start: Number(text(2)), end: Number(text(3)) };
      spans.set(`${span.start} ${span.end}`, span);
      const metric = POD_METRICS.find((each) => each === text(1));
      const quantity = columns[0]?.[row];
      if (metric === undefined || !(quantity instanceof DuckDBDecimalValue)) continue;
      const namespace = filled(text(4));
      const team = teamOf(source.team, { label: label(source.team?.label), namespace, otherwise: text(5) });
      const finer = Object.fromEntries(FINER.map((each) => [each, label(source.dimensions?.[each])]));
      const place = `${name}: namespace="${text(4)}"${keys.labels.map((key) => ` ${key}="${label(key) ?? ""}"`).join("")}`;
      const divided = asking(dividedBy(text(6), pools), metric);
      sums.add({ ...span, team, ...finer, place }, divided, metric, quantity.value);
    }
  }
  return { rows: sums.rows(), known: merged([...spans.values()]) };
}

/**
 * The pools that a machine's charges went to, and those that only hold what other pools give them; all, where the bill does
 * not tell them.
 */
function dividedBy(names: string, pools: readonly AskedPool[]): readonly AskedPool[] {
  if (names === "*") return pools;
  const known = JSON.parse(names) as readonly string[];
  return pools.filter(({ pool }) => pool.match === undefined || known.includes(pool.name));
}

/** Times without what lies in others, as hours lie in a day. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    const start = Math.max(span.start, last?.end ?? span.start);
    if (span.end > start) all.push({ start, end: span.end });
  }
  return joined(all);
}
