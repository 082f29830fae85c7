import type { KindFacts } from "@tagledger/core/costs/attribution/kind";
import { badInput } from "@tagledger/core/errors";
import type { Database } from "../database.ts";
import { fromFiles } from "./merge.ts";

/** What partial cells hold of one payer, currency and kind of charge: few rows of any number of cells. */
export interface Held {
  readonly payer: string;
  readonly currency: string;
  /** Whether costs are net of discounts. */
  readonly net: boolean;
  readonly kind: KindFacts;
  readonly lines: number;
  readonly cells: number;
}

/** Looks once at all partial cells. */
export async function heldBy(database: Database, files: readonly string[]): Promise<Held[]> {
  if (files.length === 0) return [];
  const rows = await database.rows(
    `SELECT
       payer, currency, has_net, line_item_type, unused_commitment, service, service_name,
       sum(lines) AS lines, count(*) AS cells
     FROM ${fromFiles(files)} GROUP BY ALL ORDER BY ALL`,
  );
  return rows.map((row) => ({
    payer: String(row.payer),
    currency: String(row.currency),
    net: row.has_net === true,
    kind: {
      lineItemType: String(row.line_item_type),
      unusedCommitment: row.unused_commitment === true,
      service: String(row.service),
      serviceName: String(row.service_name),
    },
    lines: Number(row.lines),
    cells: Number(row.cells),
  }));
}

/** The kinds of charge among what is held, each once. */
export function kindsOf(held: readonly Held[]): KindFacts[] {
  return [...new Map(held.map(({ kind }) => [JSON.stringify(kind), kind])).values()];
}

/** The payers of what is held, in their order; a line need not name one. */
export function payersOf(held: readonly Held[]): string[] {
  return [...new Set(held.map(({ payer }) => payer))].filter((payer) => payer !== "").sort();
}

/** The payers whose costs are net of discounts. */
export function netPayersOf(held: readonly Held[]): string[] {
  return [...new Set(held.filter(({ net }) => net).map(({ payer }) => payer))];
}

/**
 * The currency of a month's lines; lines that do not say join those that do.
 *
 * @throws bad-input listing the currencies where there are several, or saying that there are no lines
 */
export function onlyCurrency(held: readonly Held[], month: string): string {
  if (held.length === 0) throw badInput(`the delivery holds no lines of ${month}`, { period: month });
  const lines = new Map<string, number>();
  for (const each of held) lines.set(each.currency, (lines.get(each.currency) ?? 0) + each.lines);
  const named = [...lines]
    .filter(([currency]) => currency !== "")
    .sort(([a, many], [b, others]) => others - many || (a < b ? -1 : 1));
  if (named.length > 1) {
    const list = named.map(([currency, count]) => `${currency} (${count} lines)`);
    throw badInput(
      `the delivery holds several currencies: ${list.join(", ")}; one bill is in one currency (report --currency divides a bill of several)`,
      { period: month, currencies: named.map(([currency]) => currency) },
    );
  }
  return named[0]?.[0] ?? "";
}
