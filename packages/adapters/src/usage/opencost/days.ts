import { DAY, type Span } from "../hours.ts";

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

/** A time as OpenCost reads it: two instants, the end exclusive. */
export function windowOf({ start, end }: Span): string {
  return [start, end].map((instant) => new Date(instant).toISOString().replace(".000Z", "Z")).join(",");
}
