import type { Pool } from "../../../config/definition/costs.ts";
import type { Weights } from "../weights.ts";
import type { SharingContext } from "./context.ts";
import { even } from "./even.ts";
import { fixed } from "./fixed.ts";
import { follow } from "./follow.ts";
import { proportional } from "./proportional.ts";
import { usage } from "./usage.ts";

/** Weighs the consumers of a pool by its method. */
export function weigh(pool: Pool, context: SharingContext): Weights {
  switch (pool.method) {
    case "even":
      return even(pool, context);
    case "fixed":
      return fixed(pool, context);
    case "proportional":
      return proportional(pool, context);
    case "usage":
      return usage(pool, context);
    case "follow":
      return follow(pool, context);
  }
}
