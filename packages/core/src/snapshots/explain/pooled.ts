import { type Amount, sum } from "../../costs/money.ts";
import type { Explanation } from "./explanation.ts";
import type { LineGroup } from "./lines.ts";

/** What pooled commitments moved, which no line of the bill says. */
export const POOLED = "pooled commitments";

/**
 * An explanation of figures in which all bear the same discount of commitments: what that moved stands as a group of its own
 * beside the lines, where it counts. Only pools, and what was decided rather than tagged, can differ from their lines.
 */
export function withPooled(explanation: Explanation): Explanation {
  const { pools, established } = explanation;
  return {
    ...explanation,
    pools: pools.map((pool) => ({ ...pool, lines: balanced(pool.lines, pool.amount) })),
    established:
      established?.map((each) =>
        each.by === "policy" ? { ...each, lines: balanced(each.lines, each.amount) } : each,
      ) ?? null,
  };
}

function balanced(lines: readonly LineGroup[] | null, amount: Amount): readonly LineGroup[] | null {
  if (lines === null) return null;
  const moved = amount - sum(lines.map((line) => line.amount));
  if (moved === 0n) return lines;
  const nothing = { service: "", usageType: "", account: "", resource: "", followed: null, lines: 0 };
  return [...lines, { ...nothing, lineItemType: POOLED, amount: moved }];
}
