import type { PeriodState } from "../bills/period-state.ts";
import { badInput } from "../errors.ts";
import { changePeriod, type PeriodRecords, type PeriodRequest } from "./change-period.ts";

/**
 * Closes a period: what is delivered from then on is held beside what is read, and replaces nothing.
 *
 * @throws bad-input where nothing is published for the period, or it is closed already
 */
export function closePeriod(
  { records }: { readonly records: PeriodRecords },
  { period, by, reason, now }: PeriodRequest,
): Promise<PeriodState> {
  return changePeriod(records, period, (state) => {
    if (state.closed !== null) {
      const { by: whom, at } = state.closed;
      throw badInput(`${state.period} is closed already, by ${whom} at ${new Date(at).toISOString()}`, {
        period: state.period,
      });
    }
    if (Object.keys(state.pointers).length === 0) {
      throw badInput(`${state.period}: no bill of it is published yet`, { period: state.period });
    }
    return { ...state, closed: { at: now, by, reason } };
  });
}
