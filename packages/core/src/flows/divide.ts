import type { Config } from "../config/definition.ts";
import { type Allocation, allocate } from "../costs/allocate.ts";
import { type Attributed, attribute } from "../costs/attribution/attribute.ts";
import type { Basis } from "../costs/charge.ts";
import { parsePeriod } from "../costs/period.ts";
import { chargeNeeds } from "../costs/query.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import { TagledgerError } from "../errors.ts";
import type { Bill, Hash } from "../ports.ts";
import type { Report } from "../reports/report.ts";
import { showback } from "../reports/showback.ts";
import { snapshotHash } from "../reports/snapshot.ts";
import { type ChosenContents, contentsOf, sourceNames } from "./choose-contents.ts";
import { followersOf } from "./followers-of.ts";
import { type IdleRule, idleRules } from "./idle-rules.ts";

/** A bill to divide, and by what. */
export interface DivideRequest extends ChosenContents {
  /** Open, with the needs of the configuration. */
  readonly bill: Bill;
  readonly config: Config;
  /** Checked against the configuration, see `readUsage`. */
  readonly usage: readonly UsageRow[];
  readonly basis: Basis;
}

/** A bill divided whole. */
export interface Divided {
  readonly attributed: Attributed;
  readonly allocation: Allocation;
  /** The hash of canonical charges, usage and configuration. */
  readonly snapshot: string;
  /** The whole, by team. */
  readonly report: Report;
  /** Rules that decided nothing in this bill. */
  readonly idleRules: readonly IdleRule[];
}

/**
 * Divides one period of an open bill among teams.
 *
 * @throws outside-failure when the bill changed since it was opened
 */
export async function divide({ hash }: { hash: Hash }, request: DivideRequest): Promise<Divided> {
  const { bill, config, usage, period, currency, basis } = request;
  const chosen = { period, currency };
  const { sha256 } = hash;
  const needs = chargeNeeds(config);
  const charges = bill.charges({ ...chosen, followers: followersOf(bill, config) });
  const attributed = await attribute(charges, { config, currency, ...needs, sha256 });
  refuseLostLines(bill, chosen, attributed);
  const allocation = allocate(attributed, { config, usage, period: parsePeriod(period) });
  const { fingerprint, reconciliation, ruleHits } = attributed;
  const snapshot = snapshotHash({ ...chosen, basis, fingerprint, usage, config, sha256 });
  const whole = { groupBy: ["team"], where: {} } as const;
  return {
    attributed,
    allocation,
    snapshot,
    report: showback({ ...whole, period, basis, snapshot, allocation, reconciliation }),
    idleRules: idleRules(config, ruleHits),
  };
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
