import { type Leaf, NO_LEAF } from "../../../costs/leaf.ts";
import { parseAmount, sum } from "../../../costs/money.ts";
import type { LeafAmount, Report, UnallocatedAmount } from "../../report.ts";
import { groupRows } from "../../rows.ts";

/** A leaf's amounts in tests, as decimals. */
export function leafOf(leaf: Partial<Leaf>, direct: string, shared = "0"): LeafAmount {
  return { leaf: { ...NO_LEAF, ...leaf }, direct: parseAmount(direct), shared: parseAmount(shared) };
}

/** Unallocated money in tests, as a decimal. */
export function unallocatedOf(reason: string, value: string | null, amount: string): UnallocatedAmount {
  return { reason, value, amount: parseAmount(amount) };
}

/** A report for tests whose totals and rows follow from its leaves. */
export function makeReport(given: Partial<Report> & { readonly excluded?: string } = {}): Report {
  const { leaves = [], unallocated = [], groupBy = ["team"], excluded = "0" } = given;
  const parts = {
    direct: sum(leaves.map(({ direct }) => direct)),
    shared: sum(leaves.map(({ shared }) => shared)),
    unallocated: sum(unallocated.map(({ amount }) => amount)),
    excluded: parseAmount(excluded),
  };
  const bill = sum(Object.values(parts));
  return {
    period: "2026-09",
    currency: "USD",
    basis: "effective",
    snapshot: "3f9a1c02b7de9b0c4a1f77c2d5e6a8b9",
    where: {},
    established: parts.direct === 0n ? [] : [{ team: null, by: "tag", amount: parts.direct }],
    pools: [],
    reconciliation: { billed: bill, bridge: [], bill, reported: bill, difference: 0n, invoices: [] },
    ...given,
    groupBy,
    leaves,
    unallocated,
    totals: { bill, ...parts },
    rows: groupRows(leaves, groupBy),
  };
}
