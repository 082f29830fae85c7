import type { KnownFacts } from "../catalog/facts-of-type.ts";
import { remedyClass } from "../catalog/remedy-class.ts";
import type { Remedy } from "../catalog/type-facts.ts";
import type { PossibleRemedy } from "../tags/plan/input.ts";
import type { Inspection } from "./inspection.ts";

/**
 * What can be done to a resource that was looked at: what we have calls for, what its service allows in its state, and
 * what that would destroy of this very one. What nobody could do, or only a person, is offered too, as it is what
 * there is to propose.
 *
 * @param done what was done already, so that no state speaks against it
 * @example possibleNow(typeFacts("ec2:instance"), inspection) // [{ name: "ec2:stop", class: "lossy" }]
 */
export function possibleNow(
  { remedies }: KnownFacts,
  inspection: Inspection,
  done: string | null = null,
): PossibleRemedy[] {
  const { state, conditions } = inspection;
  return remedies
    .filter((remedy) => isDoable(remedy, inspection))
    .filter(({ refused = [] }) => !refused.some((condition) => conditions[condition] === true))
    .filter((remedy) => remedy.name === done || isStateFor(remedy, state))
    .map((remedy) => ({
      name: remedy.name,
      class: remedyClass(remedy, (condition) => conditions[condition] ?? null),
    }));
}

/**
 * What may be possible of a type at its best: enough to know when to look.
 *
 * @example possibleAtBest(typeFacts("ec2:instance"))[0] // { name: "ec2:isolate", class: "reversible" }
 */
export function possibleAtBest({ remedies }: KnownFacts): PossibleRemedy[] {
  return remedies.map((remedy) => ({ name: remedy.name, class: remedyClass(remedy, () => false) }));
}

/** What is final is never done by us, so that no call of ours is needed. */
function isDoable({ name, class: kind }: Remedy, { remedies }: Inspection): boolean {
  return kind === "final" || Object.hasOwn(remedies, name);
}

/** Whether a remedy works and is of use in a state; in one that nobody knows it may. */
export function isStateFor({ states }: Pick<Remedy, "states">, state: string | null): boolean {
  if (states === undefined || state === null) return true;
  return states.some((each) => each.toLowerCase() === state.toLowerCase());
}
