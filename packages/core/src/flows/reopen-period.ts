import type { PeriodState } from "../bills/period-state.ts";
import { badInput } from "../errors.ts";
import { changePeriod, type PeriodRecords, type PeriodRequest } from "./change-period.ts";

/**
 * Opens a closed period again: what is delivered replaces what is read, as in any other.
 *
 * @throws bad-input where nothing is known of the period, or it is not closed
 */
export function reopenPeriod(
  { records }: { readonly records: PeriodRecords },
  { period, by, reason, now }: PeriodRequest,
): Promise<PeriodState> {
  return changePeriod(records, period, (state) => {
    if (state.closed === null) throw badInput(`${state.period} is not closed`, { period: state.period });
    return { ...state, closed: null, reopened: { at: now, by, reason } };
  });
}
