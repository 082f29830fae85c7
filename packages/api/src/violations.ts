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
  return found.sort((a, b) => compare(costOf(b), costOf(a)) || b.record.created - a.record.created);
}

/** Of several currencies the largest figure: they cannot be held against each other, and one is the rule. */
function costOf({ figures }: Violation): bigint {
  const amounts = [...figures.monthToDate.amounts.values()];
  return amounts.reduce((most, amount) => (amount > most ? amount : most), 0n);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
