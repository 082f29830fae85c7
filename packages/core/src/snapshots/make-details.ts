import { holderKey } from "../bills/holder.ts";
import type { Placed } from "../bills/placements.ts";
import type { Allocation } from "../costs/allocate.ts";
import type { Destination } from "../costs/attribution/destination.ts";
import type { FollowedTotal } from "../costs/attribution/followed-totals.ts";
import type { BorneAt } from "../costs/commitments/borne.ts";
import { type Amount, formatAmount } from "../costs/money.ts";
import { TagledgerError } from "../errors.ts";
import type { Report } from "../reports/report.ts";
import { type Detail, type DetailHolder, detailHolderOf } from "./detail.ts";
import type { PlacedRows } from "./detail-rows.ts";
import { type CellPlace, GatheredCells } from "./gathered-cells.ts";
import { holderTotals } from "./holder-totals.ts";

/** What was divided, as far as its detail follows from it. */
export interface DetailInput {
  readonly destinations: Placed["destinations"];
  readonly followed: readonly FollowedTotal[];
  /** What is borne of commitments where these are pooled; none where they stay as applied. */
  readonly pooled: readonly BorneAt[];
  readonly pools: Allocation["pools"];
  /** The whole, which the details come to. */
  readonly report: Report;
}

const OF_NONE: CellPlace = { service: "", account: "", day: 0, pool: null };

/**
 * Tells what each holder's money is made of, holder after holder, with one of them in memory at a time. What follows others,
 * evens out commitments or comes from pools is of no day.
 *
 * @param rows ordered by destination, and destinations by holder
 * @throws outside-failure where a holder's cells do not come to what the report says
 */
export async function* makeDetails(rows: PlacedRows, input: DetailInput): AsyncGenerator<Detail> {
  const { destinations, report } = input;
  const known = destinations.map((destination) => destination && holding(destination));
  const expected = holderTotals(report);
  const waiting = withoutDays(input);
  const finished = (key: string, { holder, cells }: Held): Detail => {
    const total = cells.total();
    refuseOther(holder, total, expected.get(key)?.amount ?? 0n, report);
    expected.delete(key);
    const { period, basis, currency } = report;
    return { holder, period, basis, currency, total, cells: cells.cells() };
  };
  let open: { readonly key: string; readonly held: Held } | undefined;
  for await (const some of rows) {
    for (const { destination: index, service, account, day, amounts } of some) {
      const at = known[index];
      const destination = destinations[index];
      if (!at || !destination) throw new RangeError(`no holder has days at destination ${index}`);
      if (open?.key !== at.key) {
        if (open !== undefined) yield finished(open.key, open.held);
        open = {
          key: at.key,
          held: waiting.get(at.key) ?? { holder: at.holder, cells: new GatheredCells() },
        };
        waiting.delete(at.key);
      }
      open.held.cells.add(destination, { service, account, day, pool: null }, amounts[report.basis] ?? 0n);
    }
  }
  if (open !== undefined) yield finished(open.key, open.held);
  for (const [key, held] of waiting) yield finished(key, held);
  for (const { holder, amount } of expected.values()) refuseOther(holder, 0n, amount, report);
}

interface Held {
  readonly holder: DetailHolder;
  readonly cells: GatheredCells;
}

function holding(destination: Destination): { readonly holder: DetailHolder; readonly key: string } | null {
  const holder = detailHolderOf(destination);
  return holder && { holder, key: holderKey(holder) };
}

/** What is of no day, by holder. */
function withoutDays({ followed, pooled, pools }: DetailInput): Map<string, Held> {
  const all = new Map<string, Held>();
  const add = (destination: Destination, place: CellPlace, amount: Amount) => {
    const at = holding(destination);
    if (at === null || amount === 0n) return;
    const held = all.get(at.key) ?? { holder: at.holder, cells: new GatheredCells() };
    held.cells.add(destination, place, amount);
    all.set(at.key, held);
  };
  for (const { destination, service, account, amount } of followed)
    add(destination, { ...OF_NONE, service, account }, amount);
  for (const { destination, subsidy } of pooled) add(destination, OF_NONE, -(subsidy ?? 0n));
  for (const { pool, shares } of pools)
    for (const { destination, amount } of shares) add(destination, { ...OF_NONE, pool: pool.name }, amount);
  return all;
}

function refuseOther(holder: DetailHolder, found: Amount, expected: Amount, { period, basis }: Report): void {
  if (found === expected) return;
  const name = holder.kind === "team" ? `team ${holder.name}` : holder.kind;
  const message = `${period} ${basis}: the days of ${name} come to ${formatAmount(found)} and its charges to ${formatAmount(expected)}`;
  throw new TagledgerError("outside-failure", message, { period, basis });
}
