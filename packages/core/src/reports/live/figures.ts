import type { Amount } from "../../costs/money.ts";
import {
  accrued,
  amountsOf,
  costOf,
  type Interval,
  intervalAt,
  isWithin,
  unpricedHours,
  type Window,
} from "../../spend/accrual.ts";
import { type Amounts, NO_AMOUNTS, plusAmounts } from "../../spend/amounts.ts";
import { isUnknown } from "../../spend/price.ts";

/** What some resources cost, and of how many that is not known. */
export interface Costing {
  /** No amount is 0 because a price is unknown: then it is absent. */
  readonly amounts: Amounts;
  /** How many there are, those too whose price nobody knows. */
  readonly resources: number;
  /** How many have no known price, at least for a time; what that comes to is in no amount. */
  readonly unpriced: number;
  /** How many may have ended before, unseen: what they cost is the most that it can be. */
  readonly mayHaveEnded: number;
}

/** What resources have come to in a month so far, and what they cost in an hour now. */
export interface LiveFigures {
  readonly monthToDate: Costing & {
    /** Hours at a price that nobody knows, of all resources together, in units of 10^-24. */
    readonly unpricedHours: Amount;
  };
  readonly hourly: Costing;
}

const NONE: Costing = { amounts: NO_AMOUNTS, resources: 0, unpriced: 0, mayHaveEnded: 0 };

/** The figures of no resources. */
export const NO_FIGURES: LiveFigures = { monthToDate: { ...NONE, unpricedHours: 0n }, hourly: NONE };

/**
 * The figures of one life of a resource, each rounded once at the 24th place: whatever they are added up to, and in
 * whichever order, the sums agree.
 *
 * @param soFar the month until the instant that is now
 * @example figuresOf(accrual.intervals, { from: Date.UTC(2026, 8, 1), until: Date.UTC(2026, 8, 2) }).hourly.resources // 1
 */
export function figuresOf(intervals: readonly Interval[], soFar: Window): LiveFigures {
  const within = intervals.filter((interval) => isWithin(interval, soFar));
  const spent = accrued(within, soFar);
  const now = intervalAt(intervals, soFar.until);
  const cost = now === undefined ? null : costOf(now);
  return {
    monthToDate: {
      ...counted(within),
      amounts: amountsOf(spent),
      unpricedHours: unpricedHours(spent),
    },
    hourly: {
      ...counted(now === undefined ? [] : [now]),
      amounts: cost === null ? NO_AMOUNTS : new Map([[cost.currency, cost.amount]]),
    },
  };
}

/** Counts one resource, unless it was not there at all. */
function counted(intervals: readonly Interval[]): Omit<Costing, "amounts"> {
  const one = (isTrue: boolean) => (isTrue ? 1 : 0);
  return {
    resources: one(intervals.length > 0),
    unpriced: one(intervals.some(({ price }) => isUnknown(price))),
    mayHaveEnded: one(intervals.some(({ endsEarlier }) => endsEarlier)),
  };
}

/** The figures of two lots of resources together. */
export function plusFigures(a: LiveFigures, b: LiveFigures): LiveFigures {
  return {
    monthToDate: {
      ...plusCosting(a.monthToDate, b.monthToDate),
      unpricedHours: a.monthToDate.unpricedHours + b.monthToDate.unpricedHours,
    },
    hourly: plusCosting(a.hourly, b.hourly),
  };
}

function plusCosting(a: Costing, b: Costing): Costing {
  return {
    amounts: plusAmounts(a.amounts, b.amounts),
    resources: a.resources + b.resources,
    unpriced: a.unpriced + b.unpriced,
    mayHaveEnded: a.mayHaveEnded + b.mayHaveEnded,
  };
}
