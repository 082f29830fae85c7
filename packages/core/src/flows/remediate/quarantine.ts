import type { Fact } from "../../ledger/fact.ts";
import type { PastDeed } from "../../ledger/past-deeds.ts";
import { type Fields, holdsAll } from "../../remediation/fields.ts";
import { isRefusal, type Refusal, type Undone } from "../../remediation/refusal.ts";
import type { Quarantine } from "../../remediation/remediation.ts";
import type { QuarantineStep } from "../../tags/plan/effects.ts";
import { writesOf } from "../commit.ts";
import { recordTagging } from "../record-tagging.ts";
import type { Rules } from "../rules.ts";
import { countDeed, heldBack } from "./breaker.ts";
import { usdPerHour } from "./cost.ts";
import type { Examined } from "./examine.ts";
import { factsOf, note } from "./note.ts";
import type { RemediatePorts } from "./ports.ts";
import { isStopped } from "./stopped.ts";

/** How old, in milliseconds, what was read may be when something is set: less than a lease has left then. */
const HELD_UP = 40_000;

/** How far one of several quarantines came: nothing more is tried, or the next one, as this cannot be done or is so already. */
type Begun = { readonly undone: Undone | null } | "next" | "already";

/** Nothing was refused: it was done, or there is no more to do now. */
const OVER = { undone: null } as const;

/**
 * Does the mildest of the quarantines that are planned; where its service cannot, the next.
 *
 * @returns why it was refused; null where it was not
 */
export async function quarantine(
  ports: RemediatePorts,
  rules: Rules,
  examined: Examined,
): Promise<Undone | null> {
  const already: string[] = [];
  for (const step of examined.plan.do) {
    if (step.remedy !== "quarantine") continue;
    const answer = await begin(ports, rules, examined, step);
    if (typeof answer === "object") return answer.undone;
    if (answer === "already") already.push(step.name);
  }
  const [remedy] = already;
  if (remedy === undefined) return null;
  return refuse(ports, rules, examined, remedy, { refused: "not-ready", message: "it is so already" });
}

async function begin(
  ports: RemediatePorts,
  rules: Rules,
  examined: Examined,
  step: QuarantineStep,
): Promise<Begun> {
  const { record, inspection } = examined;
  const before = inspection?.remedies[step.name];
  if (before === undefined) return "next";
  if (rules.acting === undefined || (await isStopped(ports.configurations))) return OVER;
  // What it needs is not made where nothing would come of it.
  const hold = await heldBack(ports.ledger, rules.acting, deedOf(examined, ports.clock()));
  if (hold !== null) {
    return { undone: await refuse(ports, rules, examined, step.name, { refused: "breaker", message: hold }) };
  }
  const ours = await ports.remedies.aim(record, step.name, before);
  if (isRefusal(ours)) {
    const undone = await refuse(ports, rules, examined, step.name, ours);
    return undone === "unsupported" ? "next" : { undone };
  }
  // It is so already, and not by us: there is nothing to give back later.
  if (holdsAll(before, ours)) return "already";
  const counted = await noteBegin(ports, rules, examined, { remedy: step.name, before, ours });
  if (counted === "changed") return OVER;
  if (counted !== "done") return { undone: await refuse(ports, rules, examined, step.name, counted) };
  return { undone: await enforceFields(ports, rules, examined, { remedy: step.name, ours }) };
}

type Beginning = { readonly remedy: string; readonly before: Fields; readonly ours: Fields };

/** Notes how to take it back before anything is done; not where something else became known in the meantime. */
async function noteBegin(
  ports: RemediatePorts,
  rules: Rules,
  examined: Examined,
  beginning: Beginning,
): Promise<"done" | "changed" | { readonly refused: "breaker"; readonly message: string }> {
  const { acting } = rules;
  const { history, plan } = examined;
  const now = ports.clock();
  const deed = deedOf(examined, now);
  const began = { kind: "began", ...beginning, rule: plan.rule, usdPerHour: deed.usdPerHour } as const;
  const facts: Fact[] = factsOf(history, [began], now);
  const write = await recordTagging({ ...ports, rules }, history, {
    learned: [{ subject: null, facts }],
    now,
  });
  if (acting === undefined || write === null) return "changed";
  const counted = await countDeed(ports.ledger, acting, deed, writesOf(write));
  return typeof counted === "string" ? counted : { refused: "breaker", message: counted.refused };
}

/** The quarantine as breakers count it. */
function deedOf({ record: { resource, account }, accrual }: Examined, at: number): PastDeed {
  return { resource, account, deed: "quarantine", at, usdPerHour: usdPerHour(accrual, at) };
}

/** Finishes what was begun and is still wanted: what is already so is only noted. */
export async function finish(
  ports: RemediatePorts,
  rules: Rules,
  examined: Examined,
  { remedy, ours }: Quarantine,
): Promise<Undone | null> {
  const now = examined.inspection?.remedies[remedy];
  if (now === undefined || !holdsAll(now, ours)) {
    return enforceFields(ports, rules, examined, { remedy, ours });
  }
  await note(ports, rules, at(ports, examined), [{ kind: "quarantined", remedy }]);
  return null;
}

async function enforceFields(
  ports: RemediatePorts,
  rules: Rules,
  examined: Examined,
  { remedy, ours }: Pick<Beginning, "remedy" | "ours">,
): Promise<Undone | null> {
  if (await isStopped(ports.configurations)) return null;
  // Whoever was held up for so long leaves it to others, who may have taken it back since.
  if (ports.clock() - examined.at > HELD_UP) return null;
  const refusal = await ports.remedies.set(examined.record, remedy, ours);
  if (refusal !== null) return refuse(ports, rules, examined, remedy, refusal);
  await note(ports, rules, at(ports, examined), [{ kind: "quarantined", remedy }]);
  return null;
}

/** Notes that a quarantine was refused, and gives why. */
export async function refuse(
  ports: RemediatePorts,
  rules: Rules,
  examined: Examined,
  remedy: string,
  { refused: why, message }: Refusal | { readonly refused: "breaker"; readonly message: string },
): Promise<Undone> {
  await note(ports, rules, at(ports, examined), [
    { kind: "refused", attempt: "quarantine", remedy, why, message },
  ]);
  return why;
}

function at({ clock }: RemediatePorts, { record: { resource } }: Examined) {
  return { resource, now: clock() };
}
