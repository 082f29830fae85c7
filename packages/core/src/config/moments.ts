const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

/**
 * The first instant that a `from` includes, in epoch milliseconds (UTC): a bare date includes its whole UTC day.
 *
 * @throws RangeError when the calendar or the clock lacks it
 * @example startOf("2026-09-01") // Date.UTC(2026, 8, 1)
 */
export function startOf(moment: string): number {
  const at = instantOf(moment);
  if (at === undefined) throw new RangeError(`${moment} is not in the calendar`);
  return at;
}

/**
 * The first instant after an `until`, in epoch milliseconds (UTC): a bare date includes its whole UTC day,
 * an instant is itself the end.
 *
 * @throws RangeError when the calendar or the clock lacks it
 * @example endOf("2026-08-31") // Date.UTC(2026, 8, 1)
 */
export function endOf(moment: string): number {
  return startOf(moment) + (BARE_DATE.test(moment) ? DAY : 0);
}

/**
 * Says whether the calendar and the clock have this moment.
 *
 * @example isMoment("2026-02-30") // false
 */
export function isMoment(moment: string): boolean {
  return instantOf(moment) !== undefined;
}

function instantOf(moment: string): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = moment.split(/[^\d]/).map(Number);
  const fraction = Number(/\.(\d{1,3})Z$/.exec(moment)?.[1]?.padEnd(3, "0") ?? 0);
  const at = Date.UTC(year, month - 1, day, hour, minute, second, fraction);
  if (Number.isNaN(at)) return undefined;
  // Date.UTC rolls over what does not exist (30 February is 2 March), so whatever rolled reads differently.
  const read = new Date(at).toISOString();
  return read.startsWith(moment.slice(0, BARE_DATE.test(moment) ? 10 : 16)) && second < 60 ? at : undefined;
}

/** A time from its start until just before its end, in epoch milliseconds (UTC); infinite where it is open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The time that `from` and `until` give, or undefined where one of them is not in the calendar.
 *
 * @example spanOf({ from: "2026-09-01" }) // { start: Date.UTC(2026, 8, 1), end: Infinity }
 */
export function spanOf({
  from,
  until,
}: {
  from?: string | undefined;
  until?: string | undefined;
}): Span | undefined {
  if ([from, until].some((moment) => moment !== undefined && !isMoment(moment))) return undefined;
  return {
    start: from === undefined ? Number.NEGATIVE_INFINITY : startOf(from),
    end: until === undefined ? Number.POSITIVE_INFINITY : endOf(until),
  };
}
