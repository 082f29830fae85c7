import type { Dimension } from "../config/definition/match.ts";
import type { Allocation } from "../costs/allocate.ts";
import { parsePeriod } from "../costs/period.ts";
import { readUsage } from "../costs/sharing/read-usage.ts";
import { unweighed } from "../costs/sharing/unweighed.ts";
import type { BillSource, Bills, Hash, Usage } from "../ports.ts";
import type { Report, Where } from "../reports/report.ts";
import { showback } from "../reports/showback.ts";
import type { AttributionRequest } from "./attribute-bill.ts";
import { divide } from "./divide.ts";
import type { IdleRule } from "./idle-rules.ts";

/** What a report is asked for. */
export interface ReportRequest extends AttributionRequest {
  readonly usage: readonly string[];
  readonly groupBy: readonly Dimension[];
  readonly where: Where;
}

/** A report, and what was noticed on the way. */
export interface ReportResult {
  readonly report: Report;
  /** The whole of what the report shows a part of. */
  readonly allocation: Allocation;
  /** What was read. */
  readonly sources: readonly BillSource[];
  /** Rules that decided nothing in this bill. */
  readonly idleRules: readonly IdleRule[];
  /** Metrics of the usage that weigh nothing, for people to read. */
  readonly unweighed: readonly string[];
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
  const usage = readUsage(await ports.usage.read(request.usage), request.config);
  const divided = await divide(ports, { ...request, usage });
  const { chosen, attributed, allocation, snapshot, commitments, sources } = divided;
  const { reconciliation } = attributed;
  return {
    report: showback({ ...request, ...chosen, snapshot, allocation, reconciliation, commitments }),
    allocation,
    sources,
    idleRules: divided.idleRules,
    unweighed: unweighed(usage, request.config, parsePeriod(chosen.period)),
  };
}
