import type { Group, PoolsAnswer, ReportAnswer, ReportRow } from "../../api/answers.ts";
import { formatAmount, parseAmount, sum } from "../../money/amount.ts";

type Pool = PoolsAnswer["pools"][number];

/** A row in tests, whose total follows from its parts. */
export function rowOf(group: Group, direct: string, shared = "0"): ReportRow {
  return { ...group, direct, shared, total: plus(direct, shared) };
}

/** A pool in tests that gives so much to each team. */
export function poolOf(pool: string, given: Readonly<Record<string, string>>): Pool {
  return {
    pool,
    amount: plus(...Object.values(given)),
    method: "even",
    dividedBy: { method: "even", usage: null },
    metric: null,
    completeness: null,
    confidence: "1/1",
    shares: Object.entries(given).map(([team, amount]) => ({ team, amount, weight: "1/1", quantities: {} })),
    unallocated: [],
  };
}

/** A report in tests, whose bill follows from its parts. */
export function makeReport(given: {
  readonly rows?: readonly ReportRow[];
  readonly unallocated?: string;
  readonly excluded?: string;
}): ReportAnswer {
  const { rows = [], unallocated = "0", excluded = "0" } = given;
  const direct = plus(...rows.map((row) => row.direct));
  const shared = plus(...rows.map((row) => row.shared));
  return {
    period: "2026-09",
    currency: "USD",
    basis: "effective",
    snapshot: "c0ffee",
    at: "2026-10-01T00:00:00.000Z",
    groupBy: ["team"],
    where: {},
    teams: null,
    totals: { bill: plus(direct, shared, unallocated, excluded), direct, shared, unallocated, excluded },
    rows,
    next: null,
  };
}

function plus(...amounts: readonly string[]): string {
  return formatAmount(sum(amounts.map(parseAmount)));
}
