import { DIMENSIONS } from "../../config/definition/match.ts";
import type { Period } from "../../costs/period.ts";
import { add, type Rational, ZERO } from "../../costs/rational.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { quantityWithin } from "../../costs/sharing/within.ts";
import { groupBy } from "../../text/group-by.ts";

const HOUR = 3_600_000;

/** What rows of usage of one place, metric and finer dimensions come to. */
export interface DriverPlace
  extends Pick<UsageRow, "place" | "metric" | "project" | "workload" | "environment" | "experiment"> {
  readonly rows: number;
  /** The hours that the rows speak for, as far as they lie in the period. */
  readonly hours: number;
  /** In units of 10^-24. */
  readonly quantity: Rational;
}

/** Sums rows of usage by where they stand, metric and finer dimensions, in the order in which they come. */
export function placesOf(rows: readonly UsageRow[], period: Period): DriverPlace[] {
  const groups = groupBy(rows, (row) =>
    JSON.stringify([row.place, row.metric, ...DIMENSIONS.map((dimension) => row[dimension])]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { place, metric, project, workload, environment, experiment } = first;
    const time = group.reduce((total, row) => total + within(row, period), 0);
    const quantity = group.reduce((total, row) => add(total, quantityWithin(row, period)), ZERO);
    return [
      {
        place,
        metric,
        project,
        workload,
        environment,
        experiment,
        rows: group.length,
        hours: time / HOUR,
        quantity,
      },
    ];
  });
}

function within({ start, end }: UsageRow, period: Period): number {
  return Math.min(end, period.end) - Math.max(start, period.start);
}
