import { formatAmount } from "../../costs/money.ts";
import { formatRational } from "../../costs/rational.ts";
import { establishedSums } from "../established.ts";
import type { Report } from "../report.ts";
import { commitmentsJson } from "./json/commitments.ts";

/** Renders a report as JSON: amounts are exact decimal strings, the same report always gives the same bytes. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(jsonReport(report), null, 2)}\n`;
}

/** The JSON form of a report as a value. */
export function jsonReport(report: Report) {
  const { period, currency, basis, snapshot, totals, reconciliation } = report;
  return {
    period,
    currency,
    basis,
    snapshot,
    totals: {
      bill: formatAmount(totals.bill),
      direct: formatAmount(totals.direct),
      shared: formatAmount(totals.shared),
      unallocated: formatAmount(totals.unallocated),
      excluded: formatAmount(totals.excluded),
    },
    rows: report.rows.map(({ group, direct, shared, total }) => ({
      ...Object.fromEntries(report.groupBy.map((dimension, index) => [dimension, group[index] ?? null])),
      direct: formatAmount(direct),
      shared: formatAmount(shared),
      total: formatAmount(total),
    })),
    established: establishedSums(report.established).map(({ by, amount }) => ({
      by,
      amount: formatAmount(amount),
    })),
    pools: report.pools.map(({ pool, amount, method, metric, shares }) => ({
      pool,
      amount: formatAmount(amount),
      method,
      metric,
      shares: shares.map(({ team, weight, amount: part }) => ({
        team,
        weight: formatRational(weight),
        amount: formatAmount(part),
      })),
    })),
    unallocated: report.unallocated.map(({ reason, value, amount }) => ({
      reason,
      value,
      amount: formatAmount(amount),
    })),
    ...commitmentsJson(report.commitments),
    reconciliation: {
      billed: formatAmount(reconciliation.billed),
      bridge: reconciliation.bridge.map(({ type, amount }) => ({ type, amount: formatAmount(amount) })),
      bill: formatAmount(reconciliation.bill),
      reported: formatAmount(reconciliation.reported),
      difference: formatAmount(reconciliation.difference),
      invoices: reconciliation.invoices.map(({ issuer, invoice, billed }) => ({
        issuer,
        invoice,
        billed: formatAmount(billed),
      })),
    },
  };
}
