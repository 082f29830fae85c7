import { magnitude } from "../money/amount.ts";
import type { Bar, Segment } from "../projects/bars.ts";
import type { ExperimentRow } from "./experiment-rows.ts";

const MOST_BARS = 12;

/** A bar for each of the dearest experiments: direct cost, and shared fees. */
export function experimentBars(rows: readonly ExperimentRow[]): readonly Bar[] {
  return rows.slice(0, MOST_BARS).map(({ experiment, direct, shared, total }) => {
    const segments: readonly Segment[] = [
      { label: "direct", amount: direct, look: "direct" },
      { label: "shared fees", amount: shared, look: "shared" },
    ];
    return {
      label: experiment,
      value: experiment,
      total,
      segments: segments.filter(({ amount }) => magnitude(amount) > 0n),
    };
  });
}
