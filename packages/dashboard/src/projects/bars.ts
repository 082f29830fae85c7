import { type Look, workloadLook } from "../charts/looks.ts";
import { type Amount, largestFirst, magnitude, sum } from "../money/amount.ts";
import { fold } from "../spend/fold.ts";
import type { Spend, SpendGroup } from "../spend/spend.ts";

/** A painted part of a bar. */
export interface Segment {
  readonly label: string;
  readonly amount: Amount;
  readonly look: Look;
}

/** A stacked bar; its segments sum to its total. */
export interface Bar {
  readonly label: string;
  /** The value that the bar stands for; null where it is missing, or the bar stands for several. */
  readonly value: string | null;
  readonly total: Amount;
  readonly segments: readonly Segment[];
}

const MOST_BARS = 16;

/** A bar per project: its direct cost by workload, and its shared fees. */
export function projectBars(
  projects: readonly SpendGroup[],
  workloads: readonly (string | null)[],
): readonly Bar[] {
  const bars = projects.map(
    (project): Bar => ({
      ...barOf(project),
      segments: [...workloadSegments(project, workloads), ...sharedSegment(project)],
    }),
  );
  return fold(bars, MOST_BARS, (rest) => {
    const total = sum(rest.map((bar) => bar.total));
    const label = `${rest.length} other projects`;
    return { label, value: null, total, segments: segment(label, total, "others") };
  });
}

/** The workloads of direct cost, the dearest first and a missing one last: each has one paint in all bars. */
export function workloadsOf(projects: readonly SpendGroup[]): readonly (string | null)[] {
  const sums = new Map<string | null, Amount>();
  for (const { value, direct } of projects.flatMap(({ parts }) => parts)) {
    if (direct !== 0n) sums.set(value, (sums.get(value) ?? 0n) + direct);
  }
  const named = [...sums]
    .filter(([value]) => value !== null)
    .sort(largestFirst(([, cost]) => magnitude(cost)));
  return [...named.map(([value]) => value), ...(sums.has(null) ? [null] : [])];
}

/** The paint of a workload, by its rank among those that have a name. */
export function lookOfWorkload(value: string | null, workloads: readonly (string | null)[]): Look {
  return value === null ? "nothing" : workloadLook(workloads.filter((each) => each !== null).indexOf(value));
}

function barOf({ value, total }: SpendGroup) {
  return { label: value ?? "no project", value, total };
}

function workloadSegments({ parts }: SpendGroup, workloads: readonly (string | null)[]): readonly Segment[] {
  return workloads.flatMap((workload) =>
    parts
      .filter(({ value }) => value === workload)
      .flatMap(({ direct }) =>
        segment(workload ?? "no workload", direct, lookOfWorkload(workload, workloads)),
      ),
  );
}

function sharedSegment({ shared }: Spend): readonly Segment[] {
  return segment("shared fees", shared, "shared");
}

function segment(label: string, amount: Amount, look: Look): readonly Segment[] {
  return amount === 0n ? [] : [{ label, amount, look }];
}
