import { formatAmount } from "../../costs/money.ts";
import type { AccrualRecord } from "../../ledger/accrual.ts";
import { accrued, amountsOf, costOf, intervalAt } from "../../spend/accrual.ts";
import { amountLines } from "../../spend/amounts.ts";

/** An amount as an exact decimal. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** What a resource costs an hour at an instant; null where nobody knows. */
export function hourlyOf(accrual: AccrualRecord | undefined, now: number): Money | null {
  const interval = accrual === undefined ? undefined : intervalAt(accrual.intervals, now);
  const cost = interval === undefined ? null : costOf(interval);
  return cost === null ? null : { amount: formatAmount(cost.amount), currency: cost.currency };
}

/** What a resource has cost until an instant; null where nobody knows, and where that is several currencies. */
export function soFarOf(accrual: AccrualRecord | undefined, now: number): Money | null {
  if (accrual === undefined) return null;
  const spent = accrued(accrual.intervals, { from: accrual.start, until: now });
  const lines = amountLines(amountsOf(spent));
  return lines.length === 1 ? (lines[0] ?? null) : null;
}

/** What it costs an hour in US dollars, as breakers count it; null where nobody knows. */
export function usdPerHour(accrual: AccrualRecord | undefined, now: number): string | null {
  const hourly = hourlyOf(accrual, now);
  return hourly?.currency === "USD" ? hourly.amount : null;
}
