import { amount } from "../charge.ts";
import { ACCOUNTS, type Account } from "../company/accounts.ts";
import { type Decimal, decimal, multiply, toCents, whole } from "../decimal.ts";
import { charge } from "../item.ts";
import type { Line } from "../line.ts";
import { PRODUCTS, type Product } from "../products.ts";

type Tier = readonly [upTo: Decimal, rate: Decimal];

const ENTERPRISE: readonly Tier[] = [
  [whole(150_000), decimal("0.1")],
  [whole(500_000), decimal("0.07")],
  [whole(1_000_000), decimal("0.05")],
  [whole(1_000_000_000), decimal("0.03")],
];

const BUSINESS: readonly Tier[] = [
  [whole(10_000), decimal("0.1")],
  [whole(80_000), decimal("0.07")],
  [whole(250_000), decimal("0.05")],
  [whole(1_000_000_000), decimal("0.03")],
];

const CHARGED = new Set(["Usage", "SavingsPlanRecurringFee", "RIFee"]);

/** Support: the organization's plan on the payer, and the plan that one account kept when it joined. */
export function* support(lines: readonly Line[]): Iterable<Line> {
  const { billing, documents } = ACCOUNTS;
  const supported = lines.filter(({ item }) => item.product.seller === "AWS" && CHARGED.has(item.type));
  const sum = (chosen: readonly Line[]) => chosen.reduce((total, line) => total + line.cost, 0n);
  const own = supported.filter(({ item }) => item.account === documents);
  const rest = supported.filter(({ item }) => item.account !== documents);
  yield fee(billing, PRODUCTS.enterpriseSupport, tiered(sum(rest), ENTERPRISE));
  yield fee(documents, PRODUCTS.businessSupport, tiered(sum(own), BUSINESS));
}

function tiered(base: Decimal, tiers: readonly Tier[]): Decimal {
  let [fee, from] = [0n, 0n];
  for (const [upTo, rate] of tiers) {
    const until = base < upTo ? base : upTo;
    if (until > from) fee += multiply(until - from, rate);
    from = upTo;
  }
  return toCents(fee);
}

function fee(account: Account, product: Product, cost: Decimal): Line {
  const description = `${product.name} for the month`;
  return amount(charge("Fee", account, undefined, { product, usageType: "Dollar", description }), cost);
}
