/** Seconds in an hour. */
export const HOUR = 3600;

/** Seconds in a day. */
export const DAY = 24 * HOUR;

/** One month of a bill. */
export interface Month {
  /** `YYYY-MM` */
  readonly period: string;
  /** Its first instant, in epoch milliseconds. */
  readonly start: number;
  readonly days: number;
  readonly hours: number;
  readonly seconds: number;
}

/** The month of the sample's bill and log. */
export const MONTH: Month = {
  period: "2026-09",
  start: Date.UTC(2026, 8, 1),
  days: 30,
  hours: 720,
  seconds: 30 * DAY,
};

/** A stretch of time in seconds from the month's start, end exclusive; it may begin before and end after the month. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The whole month. */
export const WHOLE_MONTH: Span = { from: 0, until: MONTH.seconds };

/** That hour of the month, counted from 0. */
export function hourSpan(hour: number): Span {
  return { from: hour * HOUR, until: (hour + 1) * HOUR };
}

/** That day of the month, counted from 0. */
export function daySpan(day: number): Span {
  return { from: day * DAY, until: (day + 1) * DAY };
}

/** How many seconds two stretches have in common. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.until, b.until) - Math.max(a.from, b.from));
}

/** The UTC instant, in milliseconds, of that second of the month. */
export function instant(second: number): number {
  return MONTH.start + second * 1000;
}

/** The UTC instant of that second of the month, as a bill writes it. */
export function isoTime(second: number): string {
  return `${new Date(instant(second)).toISOString().slice(0, 19)}Z`;
}

const BUSY_BY_HOUR = [
  38, 34, 31, 30, 31, 36, 48, 63, 78, 90, 96, 98, 95, 97, 100, 99, 96, 90, 84, 79, 72, 63, 53, 45,
];

/** How busy people are in that hour of the month, in percent of the busiest hour. */
export function busy(hour: number): number {
  const date = new Date(instant(hour * HOUR));
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  return Math.floor(((BUSY_BY_HOUR[date.getUTCHours()] ?? 50) * (weekend ? 62 : 100)) / 100);
}

/** Whether that day of the month, counted from 0, is a Saturday or Sunday. */
export function isWeekend(day: number): boolean {
  return [0, 6].includes(new Date(instant(day * DAY)).getUTCDay());
}
