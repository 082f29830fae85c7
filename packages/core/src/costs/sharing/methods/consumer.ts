import { pooled } from "../../../config/consumers.ts";
import { sharedLeaf } from "../../leaf.ts";
import type { Rational } from "../../rational.ts";
import type { WeightsBuilder } from "../weights.ts";

/** Adds a consumer as `to` and `shares` name it: a team, or `pool:NAME`. */
export function addConsumer(weights: WeightsBuilder, consumer: string, weight: Rational): void {
  const pool = pooled(consumer);
  if (pool === undefined) weights.addLeaf(sharedLeaf(consumer), weight);
  else weights.addPool(pool, weight);
}
