import { type Look, MOST_PROJECTS, projectLook, workloadLook } from "../charts/looks.ts";
import { type Amount, largestFirst, magnitude, sum } from "../money/amount.ts";
import { fold } from "./fold.ts";
import type { Spend, SpendGroup } from "./spend.ts";

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

const MOST_BARS = 24;

/** A bar per team: what it bears directly, and its shared fees. */
export function teamBars(teams: readonly SpendGroup[]): readonly Bar[] {
  return foldBars(
    teams.map((team) => ({
      ...barOf(team, "no team"),
      segments: [...segment("direct", team.direct, "direct"), ...sharedSegment(team)],
    })),
    "teams",
  );
}

/** A bar per team: its direct cost by project, the largest first, and its shared fees. */
export function teamProjectBars(teams: readonly SpendGroup[]): readonly Bar[] {
  return foldBars(
    teams.map((team) => ({
      ...barOf(team, "no team"),
      segments: [...projectSegments(team), ...sharedSegment(team)],
    })),
    "teams",
  );
}

/** A bar per project of one team: its direct cost by workload, and its shared fees. */
export function projectBars(
  projects: readonly SpendGroup[],
  workloads: readonly (string | null)[],
): readonly Bar[] {
  return foldBars(
    projects.map((project) => ({
      ...barOf(project, "no project"),
      segments: [...workloadSegments(project, workloads), ...sharedSegment(project)],
    })),
    "projects",
  );
}

/** The workloads of a team's direct cost, the dearest first and a missing one last: each has one paint in all bars. */
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

function barOf({ value, total }: SpendGroup, missing: string) {
  return { label: value ?? missing, value, total };
}

function projectSegments({ parts }: SpendGroup): readonly Segment[] {
  const projects = [...parts]
    .filter(({ direct }) => direct !== 0n)
    .sort(largestFirst(({ direct }) => magnitude(direct)));
  const named = projects.filter(({ value }) => value !== null);
  const segments = named.flatMap(({ value, direct }, rank) =>
    segment(value ?? "", direct, projectLook(rank)),
  );
  const missing = projects.filter(({ value }) => value === null);
  return [
    ...foldSegments(segments, MOST_PROJECTS, "projects"),
    ...missing.flatMap(({ direct }) => segment("no project", direct, "nothing")),
  ];
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

function foldSegments(segments: readonly Segment[], most: number, what: string): readonly Segment[] {
  return fold(segments, most, (rest) => ({
    label: `${rest.length} other ${what}`,
    amount: sum(rest.map(({ amount }) => amount)),
    look: "others",
  }));
}

function foldBars(bars: readonly Bar[], what: string): readonly Bar[] {
  return fold(bars, MOST_BARS, (rest) => {
    const total = sum(rest.map((bar) => bar.total));
    const label = `${rest.length} other ${what}`;
    return { label, value: null, total, segments: segment(label, total, "others") };
  });
}
