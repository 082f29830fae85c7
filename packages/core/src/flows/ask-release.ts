import { badInput } from "../errors.ts";
import { openQuarantine, type Quarantine } from "../remediation/remediation.ts";
import { note } from "./remediate/note.ts";
import type { RemediatePorts } from "./remediate/ports.ts";
import { presentOf } from "./remediate/present.ts";
import { failureOf, remediate } from "./remediate/remediate.ts";
import type { Rules } from "./rules.ts";

/** Who asks to give something back, and why. */
export interface ReleaseRequest {
  /** The name of the resource in the ledger, which mostly is its ARN. */
  readonly resource: string;
  readonly by: string;
  readonly reason: string | null;
}

/** How a quarantine stands after somebody asked to give it back. */
export interface ReleaseAnswer {
  readonly quarantine: Quarantine;
  /** Why it is not given back yet; null where it is. */
  readonly why: string | null;
  /** Whether it only waits for the limit on what may start again within an hour. */
  readonly isLimited: boolean;
}

/**
 * Gives back what was quarantined because a person asks for it, whatever its tags say; what cannot be given back at once
 * is, as soon as it can.
 *
 * @throws bad-input where the ledger knows no such resource, or nothing of it is quarantined
 */
export async function askRelease(
  ports: RemediatePorts,
  rules: Rules,
  { resource, by, reason }: ReleaseRequest,
): Promise<ReleaseAnswer> {
  const now = ports.clock();
  const before = presentOf(rules, await ports.ledger.history(resource), now);
  if (before === null) throw badInput(`${resource}: the ledger knows no such resource`, { resource });
  const open = openQuarantine(before.remediation);
  if (open === null) throw badInput(`${resource}: nothing of it is quarantined`, { resource });
  // Whoever asks again for what is not yet given back has asked already.
  if (open.asked?.by !== by || open.asked.reason !== reason) {
    await note(ports, rules, { resource, now }, [{ kind: "asked", by, reason }]);
  }
  const { failures } = await remediate(ports, rules, [resource]);
  if (failures.length > 0) throw failureOf(failures);
  const after = presentOf(rules, await ports.ledger.history(resource), ports.clock()) ?? before;
  const quarantine = after.remediation.quarantines.at(-1);
  if (quarantine === undefined) throw badInput(`${resource}: nothing of it is quarantined`, { resource });
  const refusal = after.remediation.refusals.findLast(
    ({ attempt }) => attempt === "release" || attempt === "inspect",
  );
  if (quarantine.ended !== null) return { quarantine, why: null, isLimited: false };
  const why = refusal?.message ?? "somebody else has it in hand";
  return { quarantine, why, isLimited: refusal?.why === "breaker" };
}
