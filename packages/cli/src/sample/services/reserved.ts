import { amount, hourly } from "../charge.ts";
import { RESERVATIONS, type Reservation } from "../company/commitments.ts";
import type { Resource } from "../company/resource.ts";
import type { Company } from "../company.ts";
import { decimal, multiply, toText, whole } from "../decimal.ts";
import { charge, itemOf, type Sku } from "../item.ts";
import type { Item, Line } from "../line.ts";
import { HOUR, hourSpan, MONTH } from "../month.ts";
import { PRODUCTS } from "../products.ts";

const { database, cache } = RESERVATIONS;

const DATABASE: Sku = {
  product: PRODUCTS.rds,
  usageType: "InstanceUsage:db.r6g.2xl",
  operation: "CreateDBInstance:0014",
  unit: "Hrs",
  rate: decimal("0.86"),
  machine: "db.r6g.2xlarge",
};

const CACHE: Sku = {
  product: PRODUCTS.elasticache,
  usageType: "NodeUsage:cache.r6g.4xlarge",
  operation: "CreateCacheCluster:0002",
  unit: "Hrs",
  rate: decimal("1.645"),
  machine: "cache.r6g.4xlarge",
};

/** RDS and ElastiCache under reservations: the hours they cover, their fees, and what stays unused. */
export function* reserved({ managed }: Company): Iterable<Line> {
  yield* reservedHours(itemOf(managed.experiments, DATABASE), database, 1);
  yield* reservedHours(itemOf(managed.cache, CACHE), cache, cache.count);
  yield monthlyFee(managed.experiments, DATABASE, database, database.count - 1);
  yield upfrontFee(managed.cache, CACHE, cache);
}

// On demand until the reservation begins; from then on it costs nothing, and effectively its part of the reservation.
function* reservedHours(item: Item, reservation: Reservation, count: number): Iterable<Line> {
  const discounted: Item = { ...item, type: "DiscountedUsage", reservation };
  for (const line of hourly(item, () => whole(count))) {
    yield line.span.from < reservation.term.from ? line : { ...line, item: discounted, cost: 0n };
  }
}

// The recurring fee of the month, for the instances that ran and for those that did not.
function monthlyFee({ account, region }: Resource, sku: Sku, reservation: Reservation, idle: number): Line {
  const usageType = `HeavyUsage:${sku.machine}`;
  const description = `USD ${toText(reservation.recurring)} hourly fee per reserved ${sku.machine}`;
  const item = charge("RIFee", account, region, { ...sku, usageType, description });
  const quantity = whole(MONTH.hours * reservation.count);
  return {
    ...amount(
      { ...item, resourceId: reservation.arn, reservation },
      multiply(reservation.recurring, quantity),
    ),
    quantity,
    unusedHours: MONTH.hours * idle,
  };
}

// The purchase itself, billed once and spread over the term by the hours that it covers.
function upfrontFee({ account, region }: Resource, sku: Sku, reservation: Reservation): Line {
  const item = charge("Fee", account, region, { ...sku, description: "Sign up charge for subscription" });
  const span = hourSpan(reservation.term.from / HOUR);
  return {
    ...amount({ ...item, resourceId: reservation.arn, reservation }, reservation.upfront, span),
    quantity: whole(reservation.count),
  };
}
