import { controllerOf } from "../../catalog/controllers.ts";
import type { Config } from "../../config/definition.ts";
import { type Evaluator, evaluator } from "../evaluate/evaluator.ts";
import type { Judgement } from "../verdict/judge.ts";
import type { Plan } from "./plan.ts";
import { planner } from "./planner.ts";
import { possibleRemedies } from "./possible.ts";

/**
 * Compiles what would be done about a resource on a final verdict, were it the first time that anybody heard of it.
 *
 * @param created when it was made, or first heard of, in epoch milliseconds
 * @param isBorn whether its creation was seen: what is only tagged may be of any age
 * @example verdictPlan(config)(judgement, event.at, true).notify?.to // { team: "vision" }
 */
export function verdictPlan(
  config: Config,
  schema: Evaluator = evaluator(config),
): (judgement: Judgement, created: number, isBorn: boolean) => Plan {
  const plan = planner(config, schema);
  return (judgement, created, isBorn) => {
    const { verdict, subject, findings } = judgement;
    const since = findings.length === 0 ? null : created;
    return plan({
      standing: { state: verdict, judgement, since, due: null, needsRead: false, ended: null },
      remedies: possibleRemedies(subject.type),
      controller: controllerOf(subject.type, subject.state.tags, subject.actor ?? undefined),
      created,
      foundBy: isBorn ? "event" : "sweep",
      history: { notifiedAt: null, quarantinedAt: [] },
      now: subject.at,
    });
  };
}
