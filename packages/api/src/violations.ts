import { live } from "@tagledger/core/flows/live";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import { type LiveFigures, NO_FIGURES } from "@tagledger/core/reports/live/figures";
import { listResources, type Wanted } from "./resources.ts";
import type { ApiSystem } from "./system.ts";

/** A resource that breaks the rules, and what it costs. */
export interface Violation {
  readonly record: ResourceRecord;
  readonly figures: LiveFigures;
}

const PAGE = 1000;

/** What breaks the rules at an instant, by what it cost in the month so far: the dearest first, else the newest. */
export async function rankedViolations(
  ledger: Awaited<ReturnType<ApiSystem["ledger"]>>,
  wanted: Wanted,
  at: number,
): Promise<Violation[]> {
  const where = wanted.teams === "all" ? {} : { team: wanted.teams };
  const spend = await live({ ledger }, { at, groupBy: ["resource"], where });
  const byResource = new Map(spend.rows.map((row) => [row.group[0] ?? "", row]));
  const found: Violation[] = [];
  let after: string | undefined;
  do {
    const page = await listResources(ledger, { ...wanted, verdict: "violating" }, { limit: PAGE, after });
    for (const record of page.items)
      found.push({ record, figures: byResource.get(record.resource) ?? NO_FIGURES });
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found.sort(byRank);
}

/** What ranks violations: none of two resources is the same. */
export interface Rank {
  readonly cost: bigint;
  readonly created: number;
  readonly resource: string;
  readonly incarnation: string;
}

/** Where a violation stands among others. */
export function rankOf(violation: Violation): Rank {
  const { created, resource, incarnation } = violation.record;
  return { cost: costOf(violation), created, resource, incarnation };
}

/** Whether a violation comes after a rank, whatever came or went before it. */
export function isAfter(violation: Violation, rank: Rank): boolean {
  return compareRanks(rankOf(violation), rank) > 0;
}

function byRank(a: Violation, b: Violation): number {
  return compareRanks(rankOf(a), rankOf(b));
}

function compareRanks(a: Rank, b: Rank): number {
  return (
    compare(b.cost, a.cost) ||
    b.created - a.created ||
    compare(a.resource, b.resource) ||
    compare(a.incarnation, b.incarnation)
  );
}

/** Of several currencies the largest figure: they cannot be held against each other, and one is the rule. */
function costOf({ figures }: Violation): bigint {
  const amounts = [...figures.monthToDate.amounts.values()];
  return amounts.reduce((most, amount) => (amount > most ? amount : most), 0n);
}

function compare<Value extends bigint | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
