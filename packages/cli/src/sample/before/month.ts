import { DAY, MONTH, type Month, type Span } from "../month.ts";

/** The month before that of the sample's log. */
export const BEFORE: Month = {
  period: "2026-08",
  start: Date.UTC(2026, 7, 1),
  days: 31,
  hours: 744,
  seconds: 31 * DAY,
};

/** The whole month before, in seconds from the month's start. */
export const WHOLE_BEFORE: Span = { from: -BEFORE.seconds, until: 0 };

const WEEK = 7;
// September begins on a Tuesday, August on a Saturday.
const LATER = 4;

/** The days of the month before, counted from 0, each with the day of the month that is like it: of the same weekday. */
export const DAYS_BEFORE: readonly { readonly day: number; readonly like: number }[] = Array.from(
  { length: BEFORE.days },
  (_, day) => ({ day, like: day + LATER < MONTH.days ? day + LATER : day + LATER - WEEK }),
);

/** How many seconds earlier than the day that is like it a day of the month before is. */
export function earlier({ day, like }: (typeof DAYS_BEFORE)[number]): number {
  return (day - BEFORE.days - like) * DAY;
}
