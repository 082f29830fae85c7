import type { Pool } from "../../config/definition/costs.ts";

/** How a pool came to be divided. */
export interface DividedBy {
  /** The method of the pool, or what `onMissingUsage` put in its place; `held` where nobody is known. */
  readonly method: Pool["method"] | "held";
  /** The month whose usage counted; null where none did. */
  readonly usage: string | null;
}
