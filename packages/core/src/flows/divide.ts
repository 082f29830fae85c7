import { type Allocation, allocate } from "../costs/allocate.ts";
import type { AttributionObserver } from "../costs/attribution/attribute.ts";
import { parsePeriod } from "../costs/period.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import type { Bills, Hash } from "../ports.ts";
import type { Report } from "../reports/report.ts";
import { showback } from "../reports/showback.ts";
import { snapshotHash } from "../reports/snapshot.ts";
import type { AttributionRequest } from "./attribute-bill.ts";
import { attributeCommitments, type CommittedBill } from "./attribute-commitments.ts";
import { type IdleRule, idleRules } from "./idle-rules.ts";

/** A bill to divide, and by what. */
export interface DivideRequest extends AttributionRequest {
  /** Checked against the configuration, see `readUsage`. */
  readonly usage: readonly UsageRow[];
}

/** A bill divided whole. */
export interface Divided extends CommittedBill {
  readonly allocation: Allocation;
  /** The hash of canonical charges, usage and configuration. */
  readonly snapshot: string;
  /** The whole, by team. */
  readonly report: Report;
  /** Rules that decided nothing in this bill. */
  readonly idleRules: readonly IdleRule[];
}

/**
 * Divides one period of a bill among teams.
 *
 * @throws bad-input when the bill cannot be read, or period or currency must be chosen
 * @throws outside-failure when the bill changed while it was read
 */
export async function divide(
  ports: { readonly bills: Bills; readonly hash: Hash },
  request: DivideRequest,
  observer?: AttributionObserver,
): Promise<Divided> {
  const { config, usage, basis } = request;
  const committed = await attributeCommitments(ports, request, observer);
  const { chosen, attributed, commitments } = committed;
  const allocation = allocate(attributed, { config, usage, period: parsePeriod(chosen.period) });
  const { fingerprint, reconciliation, ruleHits } = attributed;
  const { sha256 } = ports.hash;
  const snapshot = snapshotHash({ ...chosen, basis, fingerprint, usage, config, sha256 });
  const whole = { groupBy: ["team"], where: {}, period: chosen.period, basis, snapshot } as const;
  return {
    ...committed,
    allocation,
    snapshot,
    report: showback({ ...whole, allocation, reconciliation, commitments }),
    idleRules: idleRules(config, ruleHits),
  };
}
