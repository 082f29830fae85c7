import type { Fact } from "../../ledger/fact.ts";
import type { ResourceHistory, ResourceRecord } from "../../ledger/resource.ts";
import type { Inspection } from "../../remediation/inspection.ts";
import { isRefusal, type Refusal } from "../../remediation/refusal.ts";
import { SETTLING } from "../../tags/lifecycle/life.ts";
import { commit } from "../commit.ts";
import { recordTagging } from "../record-tagging.ts";
import type { Rules } from "../rules.ts";
import { factsOf, type Notable, type NotePorts } from "./note.ts";

const MINUTE = 60_000;

/**
 * When what is there now was made, where that is another than the one that the ledger knows under its name; null where
 * it is the same, or nobody can tell. Its event may be late, or lost.
 */
export function anotherMade(
  { created }: ResourceRecord,
  inspection: Inspection | Refusal | null,
): number | null {
  if (inspection === null || isRefusal(inspection) || inspection.made === undefined) return null;
  return created + SETTLING < inspection.made ? inspection.made : null;
}

/** Notes that the known life under a name had ended when another began, and what was read of that one. */
export async function noteAnother(
  ports: NotePorts,
  rules: Rules,
  { resource, arn, id, type, account, region, created }: ResourceRecord,
  { made, read, now }: { readonly made: number; readonly read: Notable; readonly now: number },
): Promise<void> {
  // Before the event of its creation in any case, whose clock is another.
  const at = Math.max(created + 1, made - MINUTE);
  const ended: Fact = { kind: "ended", at, eventId: null, part: 0, actor: null };
  const subject = { arn, id, type, account, region, actor: null };
  const amend = (history: ResourceHistory) => {
    const facts = [ended, ...factsOf(history, [read], now)];
    return recordTagging({ ...ports, rules }, history, { learned: [{ subject, facts }], now });
  };
  await commit(ports.ledger, { amend: new Map([[resource, amend]]) });
}
