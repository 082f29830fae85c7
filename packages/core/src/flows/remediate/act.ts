import { afterBeginning } from "../../remediation/after-beginning.ts";
import { holdsAll } from "../../remediation/fields.ts";
import { RIGHT } from "../../remediation/next.ts";
import type { Undone } from "../../remediation/refusal.ts";
import { openQuarantine, type Quarantine } from "../../remediation/remediation.ts";
import type { Rules } from "../rules.ts";
import type { Examined } from "./examine.ts";
import { note } from "./note.ts";
import type { RemediatePorts } from "./ports.ts";
import { finish, quarantine, refuse } from "./quarantine.ts";
import { release } from "./release.ts";
import { watch } from "./watch.ts";

/**
 * Does what is to be done about one resource that was looked at a moment ago, other than to tag it.
 *
 * @returns why it was refused; null where it was not
 */
export async function act(ports: RemediatePorts, rules: Rules, examined: Examined): Promise<Undone | null> {
  const { plan, remediation, standing, inspection, isHeld } = examined;
  if (inspection === null) return null;
  const open = openQuarantine(remediation);
  if (open === null) return quarantine(ports, rules, examined);
  const { state } = standing;
  // Whichever rule its tags bring it under now: they may say another environment than before.
  const isOver = RIGHT.includes(state) || plan.forbidden !== undefined;
  if (open.asked !== null || (isOver && !isHeld)) return release(ports, rules, examined, open);
  if (open.inForce !== null) {
    await watch(ports, rules, examined, open);
    return null;
  }
  const next = afterBeginning(examined, inspection, open);
  const now = inspection.remedies[open.remedy];
  if (
    next === "finish" &&
    now !== undefined &&
    !holdsAll(now, open.ours) &&
    wasStarted(rules, examined, open)
  ) {
    const { resource } = examined.record;
    const slipped = { kind: "slipped", remedy: open.remedy, found: now, bySelf: false } as const;
    await note(ports, rules, { resource, now: ports.clock() }, [slipped]);
    return null;
  }
  if (next === "finish") return finish(ports, rules, examined, open);
  if (next === "wait") {
    const message = `its state is ${inspection.state}`;
    return refuse(ports, rules, examined, open.remedy, { refused: "not-ready", message });
  }
  // What was begun and is no longer to be done is taken back, as far as it was done.
  return isHeld ? null : release(ports, rules, examined, open);
}

/** Whether somebody else started it since the quarantine was begun: it may have been done, though no answer came. */
function wasStarted({ isOwn }: Rules, { history: { facts } }: Examined, { began }: Quarantine): boolean {
  const undone = facts.findLast(({ kind }) => kind === "slipped")?.at ?? began;
  return facts.some(
    (fact) =>
      fact.kind === "ran" &&
      fact.effect !== "stops" &&
      fact.eventId !== null &&
      Math.max(began, undone) < fact.at &&
      !(fact.actor !== null && isOwn(fact.actor)),
  );
}
