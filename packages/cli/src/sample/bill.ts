import { enterpriseDiscounts, privateRateDiscounts } from "./closing/discounts.ts";
import { negations } from "./closing/negations.ts";
import { planFees } from "./closing/plan-fees.ts";
import { support } from "./closing/support.ts";
import { tax } from "./closing/tax.ts";
import type { Company } from "./company.ts";
import type { Line } from "./line.ts";
import type { Random } from "./random.ts";
import { SERVICES } from "./services.ts";

/** What follows from the lines before it: each reads all of them, so their order matters. */
type Closing = (lines: readonly Line[]) => Iterable<Line>;

// Hour by hour and day by day.
const DAILY: readonly Closing[] = [negations, planFees, enterpriseDiscounts, privateRateDiscounts];
// For the month as a whole.
const MONTHLY: readonly Closing[] = [support, tax];

/** Every line of the month's bill. */
export function createBill(company: Company, random: Random): Line[] {
  return closeMonth(closeDays(serviceLines(company, random)));
}

/** What is billed for itself. */
export function serviceLines(company: Company, random: Random): Line[] {
  const lines: Line[] = [];
  for (const [name, service] of Object.entries(SERVICES)) {
    for (const line of service(company, random.fork(name))) lines.push(line);
  }
  return lines;
}

/** With what follows hour by hour and day by day: Savings Plans and discounts. */
export function closeDays(lines: readonly Line[]): Line[] {
  return closed(lines, DAILY);
}

/** With what follows for the month as a whole: support and tax. */
export function closeMonth(lines: readonly Line[]): Line[] {
  return closed(lines, MONTHLY);
}

function closed(lines: readonly Line[], closings: readonly Closing[]): Line[] {
  const all = [...lines];
  for (const close of closings) for (const line of [...close(all)]) all.push(line);
  return all;
}
