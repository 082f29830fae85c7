import type { UsageQuery } from "@tagledger/core/ports/usage-sources";

/** An hour, in milliseconds. */
export const HOUR = 3_600_000;
/** A day, in milliseconds. */
export const DAY = 24 * HOUR;

/** A time from an instant to another, in epoch milliseconds; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The time of which usage is wanted: nothing of it lies after the period, or is yet to come. */
export function spanOf({ period, until }: UsageQuery): Span {
  return { start: period.start, end: Math.max(period.start, Math.min(until, period.end)) };
}

/** How many hours a time has, the last one whole. */
export function hoursIn({ start, end }: Span): number {
  return Math.ceil((end - start) / HOUR);
}

/**
 * How many hours of a time any of some spans says something of.
 *
 * @example hoursKnown({ start: 0, end: 4 * HOUR }, [{ start: 0, end: HOUR }, { start: 0, end: 2 * HOUR }]) // 2
 */
export function hoursKnown(asked: Span, spans: Iterable<Span>): number {
  const count = hoursIn(asked);
  // How many spans begin with an hour, less how many ended before it.
  const changes = new Int32Array(count + 1);
  for (const { start, end } of spans) {
    const first = Math.max(0, Math.floor((start - asked.start) / HOUR));
    const after = Math.min(count, Math.ceil((end - asked.start) / HOUR));
    if (start >= end || first >= after) continue;
    changes[first] = (changes[first] ?? 0) + 1;
    changes[after] = (changes[after] ?? 0) - 1;
  }
  let [known, open] = [0, 0];
  for (let hour = 0; hour < count; hour++) {
    open += changes[hour] ?? 0;
    if (open > 0) known++;
  }
  return known;
}
