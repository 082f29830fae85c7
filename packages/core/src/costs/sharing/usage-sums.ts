import type { Period } from "../period.ts";
import { add, type Rational, ZERO } from "../rational.ts";
import type { UsageRow } from "./usage.ts";
import { quantityWithin } from "./within.ts";

/** Everything that one consumer used of one metric, as finely as the driver knows it. */
export interface UsageSum {
  /** The first of its rows, which says whose it is and of what. */
  readonly of: UsageRow;
  readonly quantity: Rational;
}

interface Collected {
  readonly of: UsageRow;
  whole: bigint;
  /** Of rows that reach over the period. */
  parts: Rational;
}

/** The sums of one consumer and metric; mostly a row is of the same as the one before. */
interface Consumer {
  latest: Collected;
  readonly byKey: Map<string, Collected>;
}

/** Exact sums of rows by consumer, metric and dimensions; a row that reaches over the period counts by the part inside. */
export class UsageSums {
  readonly #period: Period;
  /** By metric and team. */
  readonly #consumers = new Map<string, Map<string, Consumer>>();

  constructor(period: Period) {
    this.#period = period;
  }

  add(row: UsageRow): void {
    const sum = this.#sumOf(row);
    const { start, end } = this.#period;
    if (row.start >= start && row.end <= end) {
      sum.whole += row.quantity;
      return;
    }
    sum.parts = add(sum.parts, quantityWithin(row, this.#period));
  }

  /** In the order in which they were first met. */
  values(): UsageSum[] {
    const consumers = [...this.#consumers.values()].flatMap((byTeam) => [...byTeam.values()]);
    return consumers.flatMap(({ byKey }) =>
      Array.from(byKey.values(), ({ of, whole, parts }) => ({
        of,
        quantity: add({ n: whole, d: 1n }, parts),
      })),
    );
  }

  #sumOf(row: UsageRow): Collected {
    const byTeam = this.#byTeam(row.metric);
    const consumer = byTeam.get(row.team);
    if (consumer !== undefined && isAlike(consumer.latest.of, row)) return consumer.latest;
    const key = keyOf(row);
    const known = consumer?.byKey.get(key);
    const sum = known ?? { of: row, whole: 0n, parts: ZERO };
    if (consumer === undefined) byTeam.set(row.team, { latest: sum, byKey: new Map([[key, sum]]) });
    else {
      consumer.latest = sum;
      if (known === undefined) consumer.byKey.set(key, sum);
    }
    return sum;
  }

  #byTeam(metric: string): Map<string, Consumer> {
    const known = this.#consumers.get(metric);
    if (known !== undefined) return known;
    const byTeam = new Map<string, Consumer>();
    this.#consumers.set(metric, byTeam);
    return byTeam;
  }
}

/** Whether two rows of one consumer and metric are of the same dimensions. */
function isAlike(a: UsageRow, b: UsageRow): boolean {
  return (
    a.project === b.project &&
    a.workload === b.workload &&
    a.environment === b.environment &&
    a.experiment === b.experiment
  );
}

function keyOf({ project, workload, environment, experiment }: UsageRow): string {
  return JSON.stringify([project, workload, environment, experiment]);
}
