import { type Amount, SCALE } from "../costs/money.ts";
import { type Amounts, NO_AMOUNTS, plusAmounts } from "./amounts.ts";
import type { Stretch } from "./life.ts";
import { type HourlyCost, type HourlyPrice, isUnknown, type PriceBook, type UnknownPrice } from "./price.ts";

const HOUR = 3_600_000n;
const UNIT = 10n ** BigInt(SCALE);

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
  /** By currency (ISO 4217); 0 where the price is known to be nothing, absent where none is known. */
  readonly amountMilliseconds: ReadonlyMap<string, bigint>;
  /** How long it was there at a price that nobody knows, in milliseconds. */
  readonly unknown: number;
}

/** Nothing. */
export const NOTHING: Accrued = { amountMilliseconds: NO_AMOUNTS, unknown: 0 };

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
  return {
    amountMilliseconds: plusAmounts(a.amountMilliseconds, b.amountMilliseconds),
    unknown: a.unknown + b.unknown,
  };
}

/**
 * What was spent in a currency, rounded once, half up at the 24th place; 0 where nothing with a known price was.
 *
 * @example amountOf(accrued(intervals, oneHour), "USD") // 96_000_000_000_000_000_000_000n
 */
export function amountOf({ amountMilliseconds }: Accrued, currency: string): Amount {
  return perHour(amountMilliseconds.get(currency) ?? 0n);
}

/**
 * What was spent in each currency, rounded as {@link amountOf} does.
 *
 * @example amountsOf(accrued(intervals, oneHour)).get("USD") // 96_000_000_000_000_000_000_000n
 */
export function amountsOf(accrued: Accrued): Amounts {
  return new Map(
    [...accrued.amountMilliseconds.keys()].map((currency) => [currency, amountOf(accrued, currency)]),
  );
}

/**
 * For how many hours it was there at a price that nobody knows, in units of 10^-24 and rounded as amounts are.
 *
 * @example formatAmount(unpricedHours({ amountMilliseconds: new Map(), unknown: 5_400_000 })) // "1.5"
 */
export function unpricedHours({ unknown }: Accrued): Amount {
  return perHour(UNIT * BigInt(unknown));
}

/** The interval that holds an instant; undefined where the resource was not there. */
export function intervalAt(intervals: readonly Interval[], instant: number): Interval | undefined {
  return intervals.find(({ from, until }) => from <= instant && (until === null || instant < until));
}

/** What an hour costs within an interval, running or stopped as it is there; null where nobody knows. */
export function costOf({ isRunning, price }: Pick<Interval, "isRunning" | "price">): HourlyCost | null {
  if (isUnknown(price)) return null;
  const { amount, stopped, currency } = price;
  return { amount: isRunning ? amount : stopped, currency };
}

/** Whether any of an interval lies within a window. */
export function isWithin({ from, until }: Pick<Interval, "from" | "until">, window: Window): boolean {
  return Math.max(from, window.from) < Math.min(until ?? Number.POSITIVE_INFINITY, window.until);
}

function within(interval: Interval, window: Window): Accrued {
  if (!isWithin(interval, window)) return NOTHING;
  const { from, until } = interval;
  const duration = Math.min(until ?? window.until, window.until) - Math.max(from, window.from);
  const cost = costOf(interval);
  if (cost === null) return { amountMilliseconds: NO_AMOUNTS, unknown: duration };
  return { amountMilliseconds: new Map([[cost.currency, cost.amount * BigInt(duration)]]), unknown: 0 };
}

/** What so much for each of many milliseconds comes to in hours. */
function perHour(milliseconds: bigint): Amount {
  return (2n * milliseconds + HOUR) / (2n * HOUR);
}
