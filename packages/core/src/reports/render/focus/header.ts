import { parsePeriod } from "../../../costs/period.ts";
import { filterWords } from "../wording/words.ts";
import type { FocusSource } from "./source.ts";

/** What stands in every row. */
export interface FocusHeader {
  readonly start: string;
  /** Exclusive. */
  readonly end: string;
  /** Who provides, publishes, hosts and invoices: a row is a sum over all that the bill names. */
  readonly provider: string;
  readonly billingAccount: string;
  /** The invoice, where all rows together are one whole invoice. */
  readonly invoice: string | null;
}

/** What stands where a bill does not say what FOCUS wants said. */
const UNKNOWN = "Unknown";

/** Reads off a report what stands in every row. */
export function headerOf({ report, provider, billingAccount }: FocusSource): FocusHeader {
  const { start, end } = parsePeriod(report.period);
  const { invoices } = report.reconciliation;
  const issuers = [...new Set(invoices.map(({ issuer }) => issuer).filter((issuer) => issuer !== ""))].sort();
  const [only, ...others] = new Set(invoices.map(({ invoice }) => invoice));
  const isWhole = only !== undefined && others.length === 0 && filterWords(report.where) === "";
  return {
    start: instant(start),
    end: instant(end),
    provider: issuers.length > 0 ? issuers.join(", ") : (provider ?? UNKNOWN),
    billingAccount: billingAccount ?? UNKNOWN,
    invoice: isWhole && only !== "" ? only : null,
  };
}

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
