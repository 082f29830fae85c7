import type { RemedyClass } from "../../catalog/type-facts.ts";
import type { Config } from "../../config/definition.ts";
import type { Step } from "./effects.ts";
import { evidenceOf } from "./evidence.ts";
import type { Situation } from "./guard.ts";
import { wants } from "./rule.ts";

const MILDEST_FIRST: readonly RemedyClass[] = ["reversible", "lossy", "final"];

/**
 * Compiles all that the mode of a rule permits to do about a resource, before any guard is asked.
 *
 * @example wishes(config)(situation)
 * // [{ remedy: "tag", repairs: […] }, { remedy: "quarantine", name: "ec2:stop", class: "reversible" }]
 */
export function wishes(config: Config): (situation: Situation) => readonly Step[] {
  const isGood = evidenceOf(config);
  return ({ standing: { judgement }, rule: { mode, allow }, remedies, controller }) => {
    const good = judgement.repairs.filter((repair) => isGood(repair, judgement.owner));
    const doubtful = judgement.repairs.filter((repair) => !good.includes(repair));
    const [repairs, quarantines] = [wants(mode, "repair"), wants(mode, "quarantine")];
    // What is doubtful is a step of its own, so that it does not hold back what is sure.
    const tags = [good, doubtful].filter((some) => some.length > 0);
    return [
      ...(repairs ? tags.map((some): Step => ({ remedy: "tag", repairs: some })) : []),
      ...(controller !== null && (repairs || quarantines)
        ? [
            {
              remedy: "factory",
              controller: controller.controller,
              name: controller.name,
              repairs: good,
            } as const,
          ]
        : []),
      ...(quarantines
        ? remedies.toSorted(preferredBy(allow)).map((each): Step => ({ remedy: "quarantine", ...each }))
        : []),
    ];
  };
}

type Remedy = Situation["remedies"][number];

/** What a rule names comes first, as somebody chose it; of all else the mildest. */
function preferredBy(allow: readonly string[]) {
  const rank = ({ name, class: kind }: Remedy) =>
    allow.includes(name) && kind !== "final" ? -1 : MILDEST_FIRST.indexOf(kind);
  return (a: Remedy, b: Remedy): number =>
    rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
