import { amount } from "../charge.ts";
import { LAKE } from "../company/buckets.ts";
import { type Decimal, decimal, multiply } from "../decimal.ts";
import { charge } from "../item.ts";
import type { Item, Line } from "../line.ts";
import { DAY, daySpan } from "../month.ts";

const ENTERPRISE = decimal("-0.05");
const PRIVATE_RATE = decimal("-0.12");

/** The enterprise discount on what Amazon sells, day by day for each account and service. */
export function enterpriseDiscounts(lines: readonly Line[]): Iterable<Line> {
  const discounted = lines.filter(
    ({ item: { type, product } }) =>
      product.seller === "AWS" && (type === "Usage" || type === "SavingsPlanRecurringFee"),
  );
  return byDay(discounted, ENTERPRISE, ({ account, product, region }) => {
    const description = `Enterprise Discount Program Discount for ${product.code}`;
    return charge("EdpDiscount", account, region, { product, usageType: "", description });
  });
}

/** The negotiated price of the data lake's storage, which comes as a discount on the bucket. */
export function privateRateDiscounts(lines: readonly Line[]): Iterable<Line> {
  const discounted = lines.filter(
    ({ item }) => item.type === "Usage" && item.resourceId === LAKE && item.operation === "StandardStorage",
  );
  return byDay(discounted, PRIVATE_RATE, (item) => ({
    ...item,
    type: "PrivateRateDiscount",
    rate: 0n,
    description: "Private rate card discount on Amazon S3 storage",
  }));
}

function* byDay(lines: readonly Line[], rate: Decimal, discountOn: (item: Item) => Item): Iterable<Line> {
  const groups = new Map<string, { item: Item; costs: Map<number, Decimal> }>();
  for (const { item, span, cost } of lines) {
    const key = `${item.account.id} ${item.product.code} ${item.region?.code}`;
    const group = groups.get(key) ?? { item: discountOn(item), costs: new Map<number, Decimal>() };
    const day = Math.floor(span.from / DAY);
    groups.set(key, group);
    group.costs.set(day, (group.costs.get(day) ?? 0n) + cost);
  }
  for (const { item, costs } of groups.values()) {
    for (const [day, cost] of costs) {
      const discount = multiply(cost, rate);
      if (discount !== 0n) yield amount(item, discount, daySpan(day));
    }
  }
}
