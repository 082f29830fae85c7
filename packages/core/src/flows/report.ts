import type { Dimension } from "../config/definition/match.ts";
import type { Config } from "../config/definition.ts";
import { allocate } from "../costs/allocate.ts";
import { type Attributed, attribute } from "../costs/attribution/attribute.ts";
import type { Basis } from "../costs/charge.ts";
import { parsePeriod } from "../costs/period.ts";
import { chargeNeeds } from "../costs/query.ts";
import { readUsage } from "../costs/sharing/read-usage.ts";
import { TagledgerError } from "../errors.ts";
import type { Bill, Bills, Hash, Usage } from "../ports.ts";
import type { Report, Where } from "../reports/report.ts";
import { showback } from "../reports/showback.ts";
import { snapshotHash } from "../reports/snapshot.ts";
import { type ChosenContents, chooseContents, contentsOf, sourceNames } from "./choose-contents.ts";
import { followersOf } from "./followers-of.ts";
import { type IdleRule, idleRules } from "./idle-rules.ts";

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
    const charges = bill.charges({ ...chosen, followers: followersOf(bill, config) });
    const { sha256 } = ports.hash;
    const attributed = await attribute(charges, { config, ...chosen, ...needs, sha256 });
    refuseLostLines(bill, chosen, attributed);
    const allocation = allocate(attributed, { config, usage, period: parsePeriod(chosen.period) });
    const { fingerprint, reconciliation, ruleHits } = attributed;
    const snapshot = snapshotHash({ ...chosen, basis, fingerprint, usage, config, sha256 });
    return {
      report: showback({ ...request, ...chosen, snapshot, allocation, reconciliation }),
      idleRules: idleRules(config, ruleHits),
    };
  } finally {
    await bill.close();
  }
}

/** The lines that were divided are those that were found when the bill was opened, or it changed in between. */
function refuseLostLines(
  { contents, sources }: Bill,
  chosen: ChosenContents,
  { reconciliation }: Attributed,
): void {
  const expected = contentsOf(contents, chosen).reduce((total, { lines }) => total + lines, 0);
  if (reconciliation.lines === expected) return;
  const message = `${sourceNames(sources)}: ${expected} lines were found and ${reconciliation.lines} were read; did the bill change meanwhile?`;
  throw new TagledgerError("outside-failure", message, { expected, read: reconciliation.lines });
}
