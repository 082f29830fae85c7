import type { Fact } from "../ledger/fact.ts";
import type { Incarnation } from "../ledger/incarnations.ts";
import { type Acted, actingOn } from "../remediation/acting.ts";
import { isDeed } from "../remediation/remediation.ts";
import type { Life } from "../tags/lifecycle/life.ts";
import type { Standing } from "../tags/lifecycle/standing.ts";
import type { Rules } from "./rules.ts";

/** One life, and where it stands. */
interface Judged {
  readonly incarnation: Incarnation;
  /** All that is known under its name. */
  readonly facts: readonly Fact[];
  readonly life: Life;
  readonly standing: Standing;
}

/** What is to be done about a life; null where nothing acts. */
export function actedOn(
  { acting }: Rules,
  { incarnation: { created, ended }, facts, life, standing }: Judged,
  now: number,
): Acted | null {
  if (acting === undefined) return null;
  const own = facts.filter(({ at }) => created <= at && at < ended);
  const ran = own.filter(({ kind, eventId }) => kind === "ran" && eventId !== null).map(({ at }) => at);
  const ranAt = ran.length === 0 ? null : Math.max(...ran);
  return actingOn(acting, { life, standing, deeds: own.filter(isDeed), ranAt }, now);
}

/** It is looked at again when its tags ask for it, or when there is something to do. */
export function withDue(standing: Standing, acted: Acted | null): Standing {
  const dues = [standing.due, acted?.due ?? null].filter((due) => due !== null);
  return { ...standing, due: dues.length === 0 ? null : Math.min(...dues) };
}
