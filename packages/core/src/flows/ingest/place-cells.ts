import type { HolderDay } from "../../bills/day.ts";
import { type HolderDaysInput, holderDays } from "../../bills/holder-days.ts";
import { type Placed, Placements } from "../../bills/placements.ts";
import { type OnPlaced, type PlacedCharges, placeCharges } from "../../costs/attribution/place-charges.ts";
import type { Basis } from "../../costs/charge.ts";
import { formatAmount, sum } from "../../costs/money.ts";
import { TagledgerError } from "../../errors.ts";
import type { CellBill } from "../../ports/ingestion.ts";
import { TagObserver } from "./observe-tags.ts";
import type { ReadVersion } from "./read-cells.ts";
import type { IngestPorts, IngestRules } from "./request.ts";

/** A version whose charges have their places. */
export interface PlacedCells {
  readonly version: ReadVersion;
  /** All days of all holders, made as they are asked for. */
  days(): AsyncIterable<HolderDay>;
  close(): Promise<void>;
}

/**
 * Says where the charges of a version count: rules are applied to combinations of facts, which are few, and days follow
 * from them.
 *
 * @throws outside-failure where the cells are not what was kept
 */
export async function placeCells(
  ports: IngestPorts,
  rules: IngestRules,
  version: ReadVersion,
): Promise<PlacedCells> {
  const { contents } = version;
  const kept = await ports.cells.open(contents.cells);
  try {
    const bill = await ports.engine.open(kept.files, "effective");
    const placements = new Placements(bill.combinations);
    const tags = new TagObserver(rules, contents);
    let lines = 0;
    const charges = await chargesOf(rules, version, bill, (group, destination) => {
      placements.placed(group, destination);
      tags.add(group);
      lines += group.lines;
    });
    refuseLost(version, lines);
    const placed = placements.ordered(charges.totals);
    const followed = { effective: charges.followed, ...charges.followedBesides };
    return {
      version: { ...version, contents: { ...contents, ...(await tags.noticed(ports, rules, contents)) } },
      days: () => wholeDays(daysOf(bill, placed, { bases: contents.bases, followed }), version),
      async close() {
        await bill.close();
        await kept.close();
      },
    };
  } catch (error) {
    await kept.close();
    throw error;
  }
}

/** The same days; after the last one it is known that they come to what the bill does, on every basis. */
async function* wholeDays(
  days: AsyncIterable<HolderDay>,
  { export: name, period, contents: { bases, totals } }: ReadVersion,
): AsyncGenerator<HolderDay> {
  const sums = new Map<Basis, bigint>();
  for await (const day of days) {
    for (const basis of bases) sums.set(basis, (sums.get(basis) ?? 0n) + (day.totals[basis] ?? 0n));
    yield day;
  }
  for (const basis of bases) {
    const expected = sum(totals.map(({ amounts }) => amounts[basis] ?? 0n));
    const found = sums.get(basis) ?? 0n;
    if (found === expected) continue;
    const message = `${name} ${period}: the days come to ${formatAmount(found)} and the bill to ${formatAmount(expected)} on ${basis} cost`;
    throw new TagledgerError("outside-failure", message, { export: name, period });
  }
}

function daysOf(
  bill: CellBill,
  { combinations, destinations }: Placed,
  { bases, followed }: Pick<HolderDaysInput, "bases" | "followed">,
): AsyncIterable<HolderDay> {
  return holderDays(bill.days(combinations), { destinations, bases, followed });
}

function chargesOf(
  { config }: IngestRules,
  { period, contents: { currency, needs, bases } }: ReadVersion,
  bill: CellBill,
  placed: OnPlaced,
): Promise<PlacedCharges> {
  const { tagKeys, instants, follows } = needs;
  // What followed others is divided by what those come to, which differs from basis to basis.
  const besides = follows.length === 0 ? [] : bases.filter((basis) => basis !== "effective");
  const charges = bill.charges({ period, currency, followers: [], besides });
  return placeCharges(charges, { config, currency, tagKeys, instants, besides }, placed);
}

function refuseLost({ export: name, period, contents }: ReadVersion, lines: number): void {
  if (lines === contents.lines) return;
  const message = `${name} ${period}: the cells hold ${lines} lines of ${contents.lines}`;
  throw new TagledgerError("outside-failure", message, { export: name, period });
}
