import type { PeriodState } from "../bills/period-state.ts";
import { parsePeriod } from "../costs/period.ts";
import { badInput, TagledgerError } from "../errors.ts";
import type { BillRecords } from "../ports/ingestion.ts";

/** Who says what becomes of a period, and why. */
export interface PeriodRequest {
  /** `YYYY-MM` */
  readonly period: string;
  readonly by: string;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What the state of a period is changed with. */
export type PeriodRecords = Pick<BillRecords, "period" | "periods" | "transact">;

/** How often somebody else may be faster. */
const ATTEMPTS = 10;

/**
 * Changes what is read of a period, as it is at that moment.
 *
 * @param change gives the state that it ought to have; may throw
 * @throws bad-input where nothing is known of the period, naming what is
 */
export async function changePeriod(
  records: PeriodRecords,
  period: string,
  change: (state: PeriodState) => PeriodState,
): Promise<PeriodState> {
  const { name } = parsePeriod(period);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const seen = await records.period(name);
    if (seen.revision === 0) throw await unknown(records, name);
    const state = { ...change(seen), revision: seen.revision + 1 };
    const { done } = await records.transact([{ kind: "period", state, revision: seen.revision }]);
    if (done) return state;
  }
  const message = `${name}: others change this period all the time; nothing was changed`;
  throw new TagledgerError("outside-failure", message, { period: name });
}

async function unknown(records: PeriodRecords, period: string): Promise<TagledgerError> {
  const known = (await records.periods()).map((state) => state.period);
  const there = known.length === 0 ? "no bill was taken in" : `there is ${known.join(", ")}`;
  return badInput(`${period}: nothing is known of this period; ${there}`, { period, known });
}
