import type { Dimension } from "../config/definition/match.ts";
import type { Config } from "../config/definition.ts";
import type { Basis } from "../costs/charge.ts";
import { chargeNeeds } from "../costs/query.ts";
import { readUsage } from "../costs/sharing/read-usage.ts";
import type { Bills, Hash, Usage } from "../ports.ts";
import type { Report, Where } from "../reports/report.ts";
import { showback } from "../reports/showback.ts";
import { chooseContents } from "./choose-contents.ts";
import { divide } from "./divide.ts";
import type { IdleRule } from "./idle-rules.ts";

/** What a report is asked for. */
export interface ReportRequest {
  readonly config: Config;
  readonly bill: readonly string[];
  readonly usage: readonly string[];
  /** `YYYY-MM`; needed only where the bill holds several. */
  readonly period?: string | undefined;
  /** Needed only where the bill holds several. */
  readonly currency?: string | undefined;
  readonly basis: Basis;
  readonly groupBy: readonly Dimension[];
  readonly where: Where;
}

/** A report, and what was noticed on the way. */
export interface ReportResult {
  readonly report: Report;
  /** Rules that decided nothing in this bill. */
  readonly idleRules: readonly IdleRule[];
}

/**
 * Divides a bill from disk among teams.
 *
 * @throws bad-input when bill or usage cannot be read, or period or currency must be chosen
 */
export async function report(
  ports: { bills: Bills; usage: Usage; hash: Hash },
  request: ReportRequest,
): Promise<ReportResult> {
  const { config, basis } = request;
  const usage = readUsage(await ports.usage.read(request.usage), config);
  const needs = chargeNeeds(config);
  const bill = await ports.bills.open(request.bill, { basis, needs });
  try {
    const chosen = chooseContents(bill, request, config);
    const divided = await divide(ports, { bill, config, usage, basis, ...chosen });
    const { allocation, attributed, snapshot } = divided;
    const { reconciliation } = attributed;
    return {
      report: showback({ ...request, ...chosen, snapshot, allocation, reconciliation }),
      idleRules: divided.idleRules,
    };
  } finally {
    await bill.close();
  }
}
