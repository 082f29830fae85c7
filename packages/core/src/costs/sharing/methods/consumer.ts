import { sharedLeaf } from "../../leaf.ts";
import type { Rational } from "../../rational.ts";
import { POOL_PREFIX } from "../usage.ts";
import type { WeightsBuilder } from "../weights.ts";

/** Adds a consumer as `to` and `shares` name it: a team, or `pool:NAME`. */
export function addConsumer(weights: WeightsBuilder, consumer: string, weight: Rational): void {
  if (consumer.startsWith(POOL_PREFIX)) weights.addPool(consumer.slice(POOL_PREFIX.length), weight);
  else weights.addLeaf(sharedLeaf(consumer), weight);
}
