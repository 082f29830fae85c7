import { intervalsOf } from "../spend/accrual.ts";
import { stretchesOf } from "../spend/life.ts";
import type { PriceBook } from "../spend/price.ts";
import type { DimensionValues } from "../tags/dimensions.ts";
import type { AccrualRecord } from "./accrual.ts";
import type { Fact } from "./fact.ts";
import type { Incarnation } from "./incarnations.ts";
import type { ResourceRecord } from "./resource.ts";
import { runningOf } from "./running.ts";

/**
 * What one life of a resource costs while it exists, and whom.
 *
 * @param facts all that is known under its name
 * @throws outside-failure where prices cannot be reached
 */
export async function accrualOf(
  { resource, incarnation: name, arn, id, type, account, region, created, ended }: ResourceRecord,
  { incarnation, facts }: { readonly incarnation: Incarnation; readonly facts: readonly Fact[] },
  dimensions: DimensionValues,
  prices: PriceBook,
): Promise<AccrualRecord> {
  const stretches = stretchesOf(runningOf(incarnation, facts, ended));
  const intervals = await intervalsOf({ type, region }, stretches, prices);
  return {
    resource,
    incarnation: name,
    arn,
    id,
    type,
    account,
    region,
    dimensions,
    start: created,
    intervals,
  };
}
