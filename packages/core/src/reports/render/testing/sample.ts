import { sharedLeaf } from "../../../costs/leaf.ts";
import { parseAmount } from "../../../costs/money.ts";
import { rational } from "../../../costs/rational.ts";
import type { Report } from "../../report.ts";
import { leafOf, makeReport, unallocatedOf } from "./make-report.ts";

/** A report for tests with all that a report can hold: long fractions, credits, missing values, a bridge. */
export function sampleReport(given: Partial<Report> = {}): Report {
  return makeReport({
    groupBy: ["team", "project"],
    leaves: [
      leafOf({ team: "fraud", project: "cards", workload: "training" }, "1200.123456789", "80.5"),
      leafOf({ team: "fraud", project: "cards", workload: "inference" }, "300.00000000000000000001"),
      leafOf({ team: "fraud" }, "12"),
      { ...leafOf({}, "0", "410.333333"), leaf: sharedLeaf("fraud") },
      leafOf({ team: "search", project: "ranking", workload: "training" }, "2500", "10.01"),
      leafOf({ team: "search", project: "refunds", workload: "training" }, "-75.25"),
    ],
    unallocated: [
      unallocatedOf("idle", "gpu", "99.9"),
      unallocatedOf("invalid-team", "fruad", "5.005"),
      unallocatedOf("no-team", null, "0.0000001"),
    ],
    pools: [
      {
        pool: "gpu",
        amount: parseAmount("600.743333"),
        method: "usage",
        metric: { "gpu-hours": "1" },
        shares: [
          {
            team: "fraud",
            weight: rational(123_456_789_013n, 987_654_321_011n),
            amount: parseAmount("490.833333"),
          },
          { team: "search", weight: rational(1n, 60n), amount: parseAmount("10.01") },
        ],
      },
    ],
    reconciliation: {
      billed: parseAmount("4600"),
      bridge: [{ type: "SavingsPlanCoveredUsage", amount: parseAmount("-57.3782") }],
      bill: parseAmount("4542.6218"),
      reported: parseAmount("4542.6218"),
      difference: 0n,
      invoices: [
        { issuer: "Amazon Web Services EMEA SARL", invoice: "EUINV26-1", billed: parseAmount("4500") },
        { issuer: "", invoice: "", billed: parseAmount("100") },
      ],
    },
    ...given,
  });
}

/** Names that somebody could write into a tag to break a report. */
export const HOSTILE_NAMES = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  "' onmouseover='alert(1)",
  "</style></title><!--",
  "a & b &lt;",
  "two\nlines",
  "\u001b[31mred\u0000",
  "\u202egnorw",
  "مشروع",
  "推薦システム",
  "x".repeat(5000),
  " padded ",
  "",
  "a,b",
  "=1+1",
] as const;
