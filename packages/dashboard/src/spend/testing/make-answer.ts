import type { ReportAnswer, RowAnswer } from "../../api/answers.ts";
import { formatAmount, parseAmount, sum } from "../../money/amount.ts";

/** A row in tests, whose total follows from its parts. */
export function rowOf(group: Partial<RowAnswer>, direct: string, shared = "0"): RowAnswer {
  return { ...group, direct, shared, total: plus(direct, shared) };
}

/** A pool in tests that gives so much to each team. */
export function poolOf(pool: string, given: Readonly<Record<string, string>>): ReportAnswer["pools"][number] {
  const shares = Object.entries(given).map(([team, amount]) => ({ team, amount, weight: "1/1" }));
  return { pool, amount: plus(...Object.values(given)), method: "even", metric: null, shares };
}

/** A report in tests, whose bill follows from its parts. */
export function makeAnswer(
  given: Partial<Pick<ReportAnswer, "rows" | "pools">> & {
    readonly unallocated?: string;
    readonly excluded?: string;
  },
): ReportAnswer {
  const { rows = [], pools = [], unallocated = "0", excluded = "0" } = given;
  const direct = plus(...rows.map((row) => row.direct));
  const shared = plus(...rows.map((row) => row.shared));
  const bill = plus(direct, shared, unallocated, excluded);
  return {
    period: "2026-09",
    currency: "USD",
    basis: "effective",
    snapshot: "c0ffee",
    totals: { bill, direct, shared, unallocated, excluded },
    rows: [...rows],
    established: [],
    pools: [...pools],
    unallocated: [],
    reconciliation: { billed: bill, bridge: [], bill, reported: bill, difference: "0", invoices: [] },
  };
}

function plus(...amounts: readonly string[]): string {
  return formatAmount(sum(amounts.map(parseAmount)));
}
