const UTC = { timeZone: "UTC" } as const;
const MONTH = new Intl.DateTimeFormat("en-GB", { ...UTC, month: "long", year: "numeric" });
const DAY = new Intl.DateTimeFormat("en-GB", { ...UTC, day: "numeric", month: "short", year: "numeric" });
const CLOCK = new Intl.DateTimeFormat("en-GB", {
  ...UTC,
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/**
 * A billing month as people say it.
 *
 * @example monthWords("2026-09") // "September 2026"
 */
export function monthWords(period: string): string {
  const month = new Date(`${period}-01T00:00:00Z`);
  return Number.isNaN(month.getTime()) ? period : MONTH.format(month);
}

/**
 * The month before a month.
 *
 * @example monthBefore("2026-01") // "2025-12"
 */
export function monthBefore(period: string): string {
  const [year = 0, month = 1] = period.split("-").map(Number);
  const before = new Date(Date.UTC(year, month - 2));
  return Number.isNaN(before.getTime()) ? period : before.toISOString().slice(0, 7);
}

/**
 * A day of a month as people say it.
 *
 * @example dayWords("2026-09", 3) // "3 September"
 */
export function dayWords(period: string, day: number): string {
  return `${day} ${monthWords(period).split(" ")[0]}`;
}

/**
 * An instant's day and time, in UTC as all of the ledger is.
 *
 * @example momentWords("2026-09-03T14:02:11.000Z") // { day: "3 Sept 2026", clock: "14:02:11" }
 */
export function momentWords(iso: string): { readonly day: string; readonly clock: string } {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? { day: iso, clock: "" }
    : { day: DAY.format(at), clock: CLOCK.format(at) };
}
