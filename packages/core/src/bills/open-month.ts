import { type Period, periodAt } from "../costs/period.ts";
import type { PeriodState } from "./period-state.ts";

/** The month of an instant, or so many months before it. */
function monthBefore(now: number, back: number): Period {
  let month = periodAt(now);
  for (let count = 0; count < back; count += 1) month = periodAt(month.start - 1);
  return month;
}

/**
 * The month that goes on, or one so many months before it, if a bill of it is read and it is not closed; else null.
 *
 * @param now epoch milliseconds
 * @example openMonth(states, Date.UTC(2026, 9, 3), 1) // "2026-09"
 */
export function openMonth(states: readonly PeriodState[], now: number, back: number): string | null {
  const { name } = monthBefore(now, back);
  const state = states.find(({ period }) => period === name);
  const isOpen = state !== undefined && state.closed === null && Object.keys(state.pointers).length > 0;
  return isOpen ? name : null;
}
