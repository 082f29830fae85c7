import { typeFacts } from "../catalog/facts-of-type.ts";
import type { Standing } from "../tags/lifecycle/standing.ts";
import type { Plan } from "../tags/plan/plan.ts";
import { wants } from "../tags/plan/rule.ts";
import { isSameValue } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import { isStateFor } from "./possible.ts";
import type { Quarantine } from "./remediation.ts";

/** What is known of a resource of which a quarantine was begun. */
type Begun = {
  readonly plan: Plan;
  readonly standing: Pick<Standing, "state">;
  readonly record: { readonly type: string };
};

/**
 * What becomes of a quarantine that was begun, where nobody knows whether it was done, or its service undid it: it is
 * finished while it is wanted, waits for a state in which it can be done, and else is taken back.
 *
 * @example afterBeginning(examined, inspection, quarantine) // "finish"
 */
export function afterBeginning(
  { plan, standing, record }: Begun,
  inspection: Inspection,
  { remedy, before, ours }: Quarantine,
): "finish" | "wait" | "take back" {
  const found = inspection.remedies[remedy];
  if (found === undefined) return "take back";
  // Where somebody set something else in the meantime, what was noted is no longer what to give back.
  const isAsNoted = Object.entries(ours).every(
    ([field, set]) => isSameValue(found[field], set) || isSameValue(found[field], before[field]),
  );
  if (!isAsNoted) return "take back";
  if (plan.do.some((step) => step.remedy === "quarantine" && step.name === remedy)) return "finish";
  const facts = typeFacts(record.type).remedies.find(({ name }) => name === remedy);
  const isMeant = standing.state === "violating" && plan.mode !== "observe" && wants(plan.mode, "quarantine");
  return isMeant && facts !== undefined && !isStateFor(facts, inspection.state) ? "wait" : "take back";
}
