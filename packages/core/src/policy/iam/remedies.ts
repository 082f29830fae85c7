import { typeFacts } from "../../catalog/facts-of-type.ts";
import type { Remedy } from "../../catalog/type-facts.ts";
import type { Need, Remedied } from "./calls/calls.ts";
import { arnsOf, remediedOf } from "./calls/of-service.ts";
import { bothOf } from "./document.ts";
import type { Grant } from "./grant.ts";
import type { Permitted } from "./permitted.ts";
import { arnIn, inRegions, type Realm } from "./place.ts";
import { TYPES } from "./types.ts";

/**
 * Quarantines, and gives back: what restores fully wherever a rule may quarantine, what loses something only where a
 * rule allows it by name, what cannot be taken back never.
 */
export function remedies(realm: Realm, permitted: Permitted): readonly Grant[] {
  return TYPES.flatMap((type) => {
    const remedied = remediedOf(type);
    const allowed = permitted.quarantines(type);
    if (remedied === null || allowed === null) return [];
    return typeFacts(type)
      .remedies.filter((remedy) => mayBeDone(remedy, allowed))
      .flatMap((remedy) => grantsOf(remedy, remedied, realm));
  });
}

/** Whether a remedy may ever be done by us, of the lossy ones only those of some names. */
export function mayBeDone({ name, class: kind, undo }: Remedy, allowed: ReadonlySet<string>): boolean {
  if (kind === "final" || undo === null) return false;
  return kind === "reversible" || allowed.has(name);
}

function grantsOf({ name, call, undo }: Remedy, { arns, needs = {} }: Remedied, realm: Realm): Grant[] {
  const grant = (what: string, { calls, arns: patterns, when = {} }: Need): Grant => ({
    what,
    calls,
    resources: patterns.map((pattern) => arnIn(realm, pattern)),
    when: bothOf(inRegions(realm), when),
  });
  const own = [call, ...(undo === null || undo === call ? [] : [undo])].map((each) =>
    grant(each === call ? "Quarantines" : "Releases", {
      calls: [each],
      arns: arnsOf(each, "write").includes("*") ? ["*"] : arns,
    }),
  );
  return [
    ...own,
    ...(needs[name] ?? []).map(
      (need): Grant =>
        need.arns.some((arn) => arns.includes(arn))
          ? grant("Quarantines", need)
          : { ...grant("Needs", need), isBeside: true },
    ),
  ];
}
