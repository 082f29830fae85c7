import { magnitude } from "../money/amount.ts";
import type { Bar, Segment } from "../projects/bars.ts";
import type { ExperimentRow } from "./experiment-rows.ts";

const MOST_BARS = 12;

/** A bar for each of the dearest experiments: direct cost, and shared fees. */
export function experimentBars(rows: readonly ExperimentRow[]): readonly Bar[] {
  const drawn = rows.slice(0, MOST_BARS);
  return drawn.map(({ team, project, experiment, direct, shared, total }) => {
    const segments: readonly Segment[] = [
      { label: "direct", amount: direct, look: "direct" },
      { label: "shared fees", amount: shared, look: "shared" },
    ];
    // One name may be used by several.
    const isOnly = drawn.filter((each) => each.experiment === experiment).length === 1;
    return {
      label: isOnly ? experiment : `${experiment} · ${project ?? "no project"} · ${team ?? "nobody"}`,
      value: experiment,
      total,
      segments: segments.filter(({ amount }) => magnitude(amount) > 0n),
    };
  });
}
