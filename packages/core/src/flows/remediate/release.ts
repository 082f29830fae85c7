import { typeFacts } from "../../catalog/facts-of-type.ts";
import type { Fields } from "../../remediation/fields.ts";
import type { Undone } from "../../remediation/refusal.ts";
import type { Quarantine } from "../../remediation/remediation.ts";
import { type Conflict, restoration } from "../../remediation/restoration.ts";
import type { Rules } from "../rules.ts";
import { countDeed } from "./breaker.ts";
import type { Examined } from "./examine.ts";
import { note } from "./note.ts";
import type { RemediatePorts } from "./ports.ts";
import { isStopped } from "./stopped.ts";

/** How often what was set is looked for in vain, over some three hours, before it counts as gone. */
const MOST_TRIES = 6;

/**
 * Gives back what was quarantined: what still holds what we set becomes what it was, the rest stays as somebody left it
 * and is told. What a person asks for is done even where everything is stopped.
 *
 * @returns why it was refused; null where it was not
 */
export async function release(
  ports: RemediatePorts,
  rules: Rules,
  examined: Examined,
  open: Quarantine,
): Promise<Undone | null> {
  const { record, inspection, remediation } = examined;
  const now = inspection?.remedies[open.remedy];
  const tries = remediation.refusals.filter(({ attempt }) => attempt === "release").length;
  if (now === undefined && tries >= MOST_TRIES) {
    // It became something that has no such thing: there is nothing left to give back.
    const conflicts = Object.entries(open.ours).map(([field, ours]) => ({ field, ours, found: null }));
    return noteRelease(ports, rules, examined, open, { restored: {}, conflicts });
  }
  if (now === undefined) {
    return refuse(ports, rules, examined, open, {
      why: "not-ready",
      message: "what was set cannot be read now",
    });
  }
  if (open.asked === null && (await isStopped(ports.configurations))) return null;
  const { restore, conflicts } = restoration({ ...open, now });
  if (Object.keys(restore).length > 0) {
    const counted = await countRestart(ports, rules, examined, open);
    if (counted !== "done") return refuse(ports, rules, examined, open, counted);
    const refusal = await ports.remedies.set(record, open.remedy, restore);
    if (refusal !== null) {
      return refuse(ports, rules, examined, open, { why: refusal.refused, message: refusal.message });
    }
  }
  return noteRelease(ports, rules, examined, open, { restored: restore, conflicts });
}

async function noteRelease(
  ports: RemediatePorts,
  rules: Rules,
  { record: { resource } }: Examined,
  { remedy, asked }: Quarantine,
  given: { readonly restored: Fields; readonly conflicts: readonly Conflict[] },
): Promise<null> {
  await note(ports, rules, { resource, now: ports.clock() }, [
    { kind: "released", remedy, by: asked?.by ?? null, ...given },
  ]);
  return null;
}

/** What starts again costs again: no more of it within an hour than is allowed. */
async function countRestart(
  { ledger, clock }: RemediatePorts,
  rules: Rules,
  { record }: Examined,
  { remedy, usdPerHour, inForce, began }: Quarantine,
): Promise<"done" | { readonly why: "breaker"; readonly message: string }> {
  const { acting } = rules;
  if (acting === undefined) return "done";
  const now = clock();
  const { resource, account } = record;
  const { deeds } = await ledger.deeds();
  // What was counted and then failed is not counted again.
  if (deeds.some((each) => each.resource === resource && each.deed === "release" && began < each.at))
    return "done";
  // What never came into force, and what goes on meanwhile, has not stopped to cost.
  const usd = inForce === null || !stopsCost(record.type, remedy) ? "0" : usdPerHour;
  const deed = { resource, account, deed: "release", at: now, usdPerHour: usd } as const;
  const counted = await countDeed(ledger, acting, deed);
  return typeof counted === "string" ? "done" : { why: "breaker", message: counted.refused };
}

/** What restores fully takes away access or growth, and leaves running what runs. */
function stopsCost(type: string, remedy: string): boolean {
  return typeFacts(type).remedies.find(({ name }) => name === remedy)?.class !== "reversible";
}

async function refuse(
  ports: RemediatePorts,
  rules: Rules,
  { record: { resource } }: Examined,
  { remedy }: Quarantine,
  { why, message }: { readonly why: Undone; readonly message: string },
): Promise<Undone> {
  await note(ports, rules, { resource, now: ports.clock() }, [
    { kind: "refused", attempt: "release", remedy, why, message },
  ]);
  return why;
}
