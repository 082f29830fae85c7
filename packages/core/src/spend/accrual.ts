import type { Amount } from "../costs/money.ts";
import type { Stretch } from "./life.ts";
import { type HourlyPrice, isUnknown, type PriceBook, type UnknownPrice } from "./price.ts";

const HOUR = 3_600_000n;

/** A time in which a resource cost the same; those of one resource follow each other and never overlap. */
export interface Interval {
  /** Epoch milliseconds, included. */
  readonly from: number;
  /** Epoch milliseconds, not included; null where it goes on. */
  readonly until: number | null;
  readonly isRunning: boolean;
  readonly price: HourlyPrice | UnknownPrice;
  /** Whether its end is only the latest possible one, and what it cost therefore the most it can have cost. */
  readonly endsEarlier: boolean;
}

/** A time from its start until just before its end, in epoch milliseconds. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/**
 * What was spent in a time, exactly, so that times that meet add up to the time they make.
 *
 * Amounts per hour times milliseconds: nothing is divided before {@link amountOf}.
 */
export interface Accrued {
  /** By currency (ISO 4217). */
  readonly amountMilliseconds: ReadonlyMap<string, bigint>;
  /** How long it was there at a price that nobody knows, in milliseconds. */
  readonly unknown: number;
}

/** Nothing. */
export const NOTHING: Accrued = { amountMilliseconds: new Map(), unknown: 0 };

/**
 * Prices the life of a resource. Where a price is known to change at a date, an interval ends there.
 *
 * @throws outside-failure where prices cannot be reached
 */
export async function intervalsOf(
  { type, region }: { readonly type: string; readonly region: string | null },
  stretches: readonly Stretch[],
  book: PriceBook,
): Promise<Interval[]> {
  const intervals: Interval[] = [];
  for (const { from, until, isRunning, attributes, endsEarlier } of stretches) {
    let start = from;
    for (;;) {
      const price = await book.price({ type, region, at: start, attributes });
      const rises = isUnknown(price) ? null : price.until;
      const isLast = rises === null || rises <= start || (until !== null && rises >= until);
      const end = isLast ? until : rises;
      intervals.push({ from: start, until: end, isRunning, price, endsEarlier: isLast && endsEarlier });
      if (isLast) break;
      start = rises;
    }
  }
  return intervals;
}

/**
 * What was spent within a window.
 *
 * @example accrued(intervals, { from, until: from + 3_600_000 }).unknown // 0
 */
export function accrued(intervals: readonly Interval[], window: Window): Accrued {
  return intervals.reduce((sum, interval) => plus(sum, within(interval, window)), NOTHING);
}

/** The sum of what was spent in two times, or by two resources. */
export function plus(a: Accrued, b: Accrued): Accrued {
  const amounts = new Map(a.amountMilliseconds);
  for (const [currency, amount] of b.amountMilliseconds) {
    amounts.set(currency, (amounts.get(currency) ?? 0n) + amount);
  }
  return { amountMilliseconds: amounts, unknown: a.unknown + b.unknown };
}

/**
 * What was spent in a currency, rounded once, half up at the 24th place; 0 where nothing with a known price was.
 *
 * @example amountOf(accrued(intervals, oneHour), "USD") // 96_000_000_000_000_000_000_000n
 */
export function amountOf({ amountMilliseconds }: Accrued, currency: string): Amount {
  const total = amountMilliseconds.get(currency) ?? 0n;
  return (2n * total + HOUR) / (2n * HOUR);
}

function within({ from, until, isRunning, price }: Interval, window: Window): Accrued {
  const start = Math.max(from, window.from);
  const end = Math.min(until ?? Number.POSITIVE_INFINITY, window.until);
  if (end <= start) return NOTHING;
  if (isUnknown(price)) return { amountMilliseconds: new Map(), unknown: end - start };
  const perHour = isRunning ? price.amount : price.stopped;
  if (perHour === 0n) return NOTHING;
  return { amountMilliseconds: new Map([[price.currency, perHour * BigInt(end - start)]]), unknown: 0 };
}
