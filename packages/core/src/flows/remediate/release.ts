import type { Fields } from "../../remediation/fields.ts";
import type { Why } from "../../remediation/refusal.ts";
import type { Quarantine } from "../../remediation/remediation.ts";
import { type Conflict, restoration } from "../../remediation/restoration.ts";
import type { Rules } from "../rules.ts";
import { countDeed } from "./breaker.ts";
import type { Examined } from "./examine.ts";
import { note } from "./note.ts";
import type { RemediatePorts } from "./ports.ts";
import { isStopped } from "./stopped.ts";

/**
 * Gives back what was quarantined: what still holds what we set becomes what it was, the rest stays as somebody left it
 * and is told. What a person asks for is done even where everything is stopped.
 */
export async function release(
  ports: RemediatePorts,
  rules: Rules,
  examined: Examined,
  open: Quarantine,
): Promise<void> {
  const { record, inspection } = examined;
  const now = inspection?.remedies[open.remedy];
  if (now === undefined) {
    return refuse(ports, rules, examined, open, {
      why: "not-ready",
      message: "what was set cannot be read now",
    });
  }
  if (open.asked === null && (await isStopped(ports.configurations))) return;
  const { restore, conflicts } = restoration({ ...open, now });
  if (Object.keys(restore).length > 0) {
    const counted = await countRestart(ports, rules, examined, open);
    if (counted !== "done") return refuse(ports, rules, examined, open, counted);
    const refusal = await ports.remedies.set(record, open.remedy, restore);
    if (refusal !== null) {
      return refuse(ports, rules, examined, open, { why: refusal.refused, message: refusal.message });
    }
  }
  await noteRelease(ports, rules, examined, open, { restored: restore, conflicts });
}

async function noteRelease(
  ports: RemediatePorts,
  rules: Rules,
  { record: { resource } }: Examined,
  { remedy, asked }: Quarantine,
  given: { readonly restored: Fields; readonly conflicts: readonly Conflict[] },
): Promise<void> {
  await note(ports, rules, { resource, now: ports.clock() }, [
    { kind: "released", remedy, by: asked?.by ?? null, ...given },
  ]);
}

/** What starts again costs again: no more of it within an hour than is allowed. */
async function countRestart(
  { ledger, clock }: RemediatePorts,
  rules: Rules,
  { record }: Examined,
  { usdPerHour, inForce, began }: Quarantine,
): Promise<"done" | { readonly why: "breaker"; readonly message: string }> {
  const { acting } = rules;
  if (acting === undefined) return "done";
  const now = clock();
  const { resource, account } = record;
  const { deeds } = await ledger.deeds();
  // What was counted and then failed is not counted again.
  if (deeds.some((each) => each.resource === resource && each.deed === "release" && began < each.at))
    return "done";
  // What never came into force has not stopped to cost.
  const usd = inForce === null ? "0" : usdPerHour;
  const deed = { resource, account, deed: "release", at: now, usdPerHour: usd } as const;
  const counted = await countDeed(ledger, acting, deed);
  return typeof counted === "string" ? "done" : { why: "breaker", message: counted.refused };
}

async function refuse(
  ports: RemediatePorts,
  rules: Rules,
  { record: { resource } }: Examined,
  { remedy }: Quarantine,
  { why, message }: { readonly why: Why | "breaker"; readonly message: string },
): Promise<void> {
  await note(ports, rules, { resource, now: ports.clock() }, [
    { kind: "refused", attempt: "release", remedy, why, message },
  ]);
}
