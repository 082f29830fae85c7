import type { UsageQuery } from "@tagledger/core/ports/usage-sources";
import { HOUR, type Span } from "../hours.ts";
import type { Times } from "./times.ts";

const DAY = 24;

/** How many hours a query asks for. */
export function hoursOf({ period, until }: UsageQuery): number {
  return Math.max(0, Math.floor((Math.min(until, period.end) - period.start) / HOUR));
}

/** The ends of all hours that a query asks for, of which there must be some. */
export function hourEnds(query: UsageQuery): Times {
  const { start } = query.period;
  return { first: start + HOUR, last: start + hoursOf(query) * HOUR, step: HOUR };
}

/** The ends of hours, a day at a time: what every minute of a day is computed from fits into a server's memory. */
export function byDay({ first, last, step }: Times): Times[] {
  const days: Times[] = [];
  for (let from = first; from <= last; from += DAY * step) {
    days.push({ first: from, last: Math.min(last, from + (DAY - 1) * step), step });
  }
  return days;
}

/** The hour that ends at an instant. */
export function hourUntil(at: number): Span {
  return { start: at - HOUR, end: at };
}

/** The time that hours, of which these are the ends, take together. */
export function spanOf({ first, last }: Times): Span {
  return { start: first - HOUR, end: last };
}
