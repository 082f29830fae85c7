import { amount } from "../charge.ts";
import { type Decimal, decimal, multiply, toCents } from "../decimal.ts";
import { charge } from "../item.ts";
import type { Item, Line } from "../line.ts";

const RATE = decimal("0.0625");

/** Sales tax on what remains after discounts and credits, one line for each account and service. */
export function* tax(lines: readonly Line[]): Iterable<Line> {
  const bases = new Map<string, { item: Item; base: Decimal }>();
  for (const { item, cost } of lines) {
    const key = `${item.account.id} ${item.product.code}`;
    const group = bases.get(key) ?? { item: taxOn(item), base: 0n };
    group.base += cost;
    bases.set(key, group);
  }
  for (const { item, base } of bases.values()) {
    const cost = toCents(multiply(base, RATE));
    if (cost > 0n) yield amount(item, cost);
  }
}

function taxOn({ account, product }: Item): Item {
  const description = `Tax for product code ${product.code}`;
  return charge("Tax", account, undefined, { product, usageType: "", description });
}
