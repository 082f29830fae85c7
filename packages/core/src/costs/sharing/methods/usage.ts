import { usageWeights } from "../driver.ts";
import type { Method } from "./context.ts";

/** Everyone weighs what they used in the period, metrics times their weights. */
export const usage: Method<"usage"> = (pool, context) =>
  usageWeights(context.usageOf(pool.name), pool, context.period);
