import { badInput } from "../errors.ts";
import { type ExplainedView, quarantineView } from "../ledger/view/explained.ts";
import { planView } from "../ledger/view/plan.ts";
import { storyView } from "../ledger/view/story.ts";
import type { Ledger } from "../ports.ts";
import { findResource } from "./find-resource.ts";
import { hourlyOf, soFarOf } from "./remediate/cost.ts";
import { presentOf } from "./remediate/present.ts";
import type { Rules } from "./rules.ts";
import { unwantedIn } from "./standing-quarantines.ts";

/**
 * Tells all that the ledger knows of a resource, and what these rules would do about it.
 *
 * @param named its ARN, or its id
 * @throws bad-input where the ledger knows no such resource
 * @example (await explainResource({ ledger }, rules, { named: arn, now })).plan.withheld[0]?.guard // "deadline"
 */
export async function explainResource(
  { ledger }: { readonly ledger: Ledger },
  rules: Rules,
  { named, now }: { readonly named: string; readonly now: number },
): Promise<ExplainedView> {
  const history = await findResource(ledger, named);
  const present = presentOf(rules, history, now);
  if (present === null) throw badInput(`${named}: the ledger knows no such resource`, { resource: named });
  const { plan, standing, remediation, controller, accrual } = present;
  return {
    ...storyView(history),
    state: standing.state,
    hourly: hourlyOf(accrual, now),
    soFar: soFarOf(accrual, now),
    controller: controller === null ? null : { controller: controller.controller, name: controller.name },
    plan: planView(plan),
    quarantines: remediation.quarantines.map(quarantineView),
    unwantedUntil: unwantedIn(rules, history, now)?.until ?? null,
  };
}
