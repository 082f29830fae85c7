import { parsePeriod } from "../costs/period.ts";
import type { PeriodState } from "./period-state.ts";

/** How long after its end a month still changes by itself, as usage comes late: AWS restates a bill for two weeks. */
const SETTLING = 31 * 86_400_000;

/**
 * The months of which bills are read, that are not closed, and whose usage may still change: the one that goes on and the
 * one before.
 *
 * @param now epoch milliseconds
 * @example openMonths(states, Date.UTC(2026, 9, 3)) // ["2026-09", "2026-10"]
 */
export function openMonths(states: readonly PeriodState[], now: number): readonly string[] {
  return states
    .filter(({ closed, pointers }) => closed === null && Object.keys(pointers).length > 0)
    .map(({ period }) => parsePeriod(period))
    .filter(({ end }) => end + SETTLING > now)
    .map(({ name }) => name);
}
