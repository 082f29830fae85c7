import type { Coverage } from "@tagledger/core/costs/sharing/coverage";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { hoursIn, hoursKnown, type Span } from "./hours.ts";

/**
 * Of how many hours of a time rows speak that people hand in: an hour of a pool and metric is known where any row covers it.
 * A file of another month says nothing of this one, rather than that nothing is known of it.
 */
export function rowCoverage(rows: readonly UsageRow[], asked: Span): Coverage[] {
  const spans = new Map<string, { pool: string; metric: string; rows: UsageRow[] }>();
  for (const row of rows) {
    const { pool, metric } = row;
    const key = JSON.stringify([pool, metric]);
    const known = spans.get(key) ?? { pool, metric, rows: [] };
    known.rows.push(row);
    spans.set(key, known);
  }
  return [...spans.values()]
    .map(({ pool, metric, rows }) => ({ pool, metric, hours: hoursKnown(asked, rows), of: hoursIn(asked) }))
    .filter(({ hours }) => hours > 0);
}
