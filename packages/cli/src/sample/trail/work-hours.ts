import { DAY, HOUR, isWeekend, MONTH } from "../month.ts";
import type { Random } from "../random.ts";

/** The days on which people work, counted from 0. */
export const WORKDAYS: readonly number[] = Array.from({ length: MONTH.days }, (_, day) => day).filter(
  (day) => !isWeekend(day),
);

/** A second of the month at which people work. */
export function atWork(random: Random, day = random.pick(WORKDAYS)): number {
  return day * DAY + random.integer(7 * HOUR, 16 * HOUR);
}
