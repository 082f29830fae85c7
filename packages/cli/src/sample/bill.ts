import { enterpriseDiscounts, privateRateDiscounts } from "./closing/discounts.ts";
import { negations } from "./closing/negations.ts";
import { planFees } from "./closing/plan-fees.ts";
import { support } from "./closing/support.ts";
import { tax } from "./closing/tax.ts";
import type { Company } from "./company.ts";
import type { Line } from "./line.ts";
import type { Random } from "./random.ts";
import { SERVICES } from "./services.ts";

// What follows from the lines before it: each reads all of them, so their order matters.
const CLOSING: readonly ((lines: readonly Line[]) => Iterable<Line>)[] = [
  negations,
  planFees,
  enterpriseDiscounts,
  privateRateDiscounts,
  support,
  tax,
];

/** Every line of the month's bill. */
export function createBill(company: Company, random: Random): Line[] {
  const lines: Line[] = [];
  const add = (more: Iterable<Line>) => {
    for (const line of more) lines.push(line);
  };
  for (const [name, service] of Object.entries(SERVICES)) add(service(company, random.fork(name)));
  for (const close of CLOSING) add([...close(lines)]);
  return lines;
}
