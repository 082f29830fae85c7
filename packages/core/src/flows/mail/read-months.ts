import { parsePeriod, periodAt } from "../../costs/period.ts";
import { badInput } from "../../errors.ts";
import type { BridgeMonths } from "../../reports/mail/bridge-parts.ts";
import { restatedPools } from "../../snapshots/restated.ts";
import type { Snapshot } from "../../snapshots/snapshot.ts";
import type { LetterPorts } from "./ports.ts";

/** The bases that mail is written on: the first of which there is a snapshot. */
const BASES = ["effective", "billed", "contracted", "list"] as const;

type Records = LetterPorts["snapshots"];

/** The snapshot of a month that is read, and what explains how it differs from the month before. */
export interface Months {
  readonly month: Snapshot;
  /** Null where there is none of the month before on the basis and in the currency. */
  readonly since: Omit<BridgeMonths, "after"> | null;
}

/**
 * Reads a month and the one before.
 *
 * @throws bad-input where no snapshot of the month was made
 */
export async function readMonths(records: Records, period: string): Promise<Months> {
  for (const basis of BASES) {
    const month = await newest(records, period, basis);
    if (month === null) continue;
    const earlier = periodAt(parsePeriod(period).start - 1).name;
    const before = await newest(records, earlier, basis);
    if (before === null || before.currency !== month.currency) return { month, since: null };
    const lists = await Promise.all([newest(records, earlier, "list"), newest(records, period, "list")]);
    const [oldList, nowList] = lists;
    const isListed =
      basis !== "list" && oldList?.currency === month.currency && nowList?.currency === month.currency;
    const atList =
      isListed && oldList != null && nowList != null ? { before: oldList, after: nowList } : null;
    return { month, since: { before, restated: restatedPools(before, month.config), atList } };
  }
  throw badInput(`no snapshot of ${period} was made; tagledger allocate makes one`, { period });
}

async function newest(
  records: Records,
  period: string,
  basis: (typeof BASES)[number],
): Promise<Snapshot | null> {
  const id = (await records.state(period, basis)).snapshots.at(-1)?.id;
  return id === undefined ? null : records.read(id);
}
