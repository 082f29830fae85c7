import { HOUR } from "../pods/quantity.ts";

/** A time from one instant (epoch milliseconds) up to another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const DAY = 24 * HOUR;

/** The UTC days of a time, of the first and the last what lies in it. */
export function daysOf({ start, end }: Span): Span[] {
  const days: Span[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(end, (Math.floor(from / DAY) + 1) * DAY);
    days.push({ start: from, end: to });
    from = to;
  }
  return days;
}

/** Times that follow each other without a gap, as one. */
export function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && last.end === span.start) all[all.length - 1] = { ...last, end: span.end };
    else all.push(span);
  }
  return all;
}

/** A time as OpenCost reads it: two instants, the end exclusive. */
export function windowOf({ start, end }: Span): string {
  return [start, end].map((instant) => new Date(instant).toISOString().replace(".000Z", "Z")).join(",");
}
