import { typeFacts } from "../../catalog/facts-of-type.ts";
import { remedyClass } from "../../catalog/remedy-class.ts";
import type { PossibleRemedy } from "./input.ts";

/**
 * What can be done to a resource of a type, of which nothing else is known: what may make a remedy worse counts as if it
 * held.
 *
 * @example possibleRemedies("ec2:instance")[0] // { name: "ec2:isolate", class: "final" }
 */
export function possibleRemedies(type: string): readonly PossibleRemedy[] {
  return typeFacts(type).remedies.map((remedy) => ({
    name: remedy.name,
    class: remedyClass(remedy, () => null),
  }));
}
