import { charge } from "../item.ts";
import type { Item, Line } from "../line.ts";

/** What takes covered usage off the bill again: a line for each hour, account and usage type under a Savings Plan. */
export function* negations(lines: readonly Line[]): Iterable<Line> {
  const items = new Map<string, Item>();
  const sums = new Map<string, Line>();
  for (const { item, span, quantity, cost } of lines) {
    if (item.type !== "SavingsPlanCoveredUsage") continue;
    const what = `${item.plan?.id} ${item.account.id} ${item.usageType}`;
    const negated = items.get(what) ?? negationOf(item);
    items.set(what, negated);
    const key = `${what} ${span.from}`;
    const sum = sums.get(key) ?? { item: negated, span, quantity: 0n, cost: 0n, onDemand: 0n };
    sums.set(key, { ...sum, quantity: sum.quantity + quantity, cost: sum.cost - cost });
  }
  yield* sums.values();
}

function negationOf({ account, region, product, usageType, operation, unit, rate, plan }: Item): Item {
  const description = `SavingsPlanNegation used by AccountId : ${account.id} and UsageSku : ${usageType}`;
  const item = charge("SavingsPlanNegation", account, region, { product, usageType, description });
  return { ...item, operation, unit, rate, ...(plan ? { plan } : {}) };
}
