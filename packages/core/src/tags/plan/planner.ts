import type { Config } from "../../config/definition.ts";
import { type Evaluator, evaluator } from "../evaluate/evaluator.ts";
import type { State } from "../lifecycle/standing.ts";
import { viewer } from "../match/view.ts";
import type { NotifyStep } from "./effects.ts";
import type { Situation } from "./guard.ts";
import type { PlanInput } from "./input.ts";
import { isNews, noticeOf } from "./notice.ts";
import type { Plan } from "./plan.ts";
import { rulesOf, type TurnedOn, wants } from "./rule.ts";
import { toldOf } from "./told.ts";
import { changesAt, doableAt, isFree, isToPropose, type Weigher, weigher, withheldOf } from "./weigh.ts";
import { wishes } from "./wishes.ts";

/** Says what to do about a resource: the same for the same input. */
export type Planner = (input: PlanInput) => Plan;

/** Only what is known to deviate is acted upon: not what is exempt, gone, or not decided. */
const DEVIANT: readonly State[] = ["repairable", "violating"];

/**
 * Compiles a configuration into a planner: a rule permits, guards hold back, and what they hold back is shown.
 *
 * @param isTurnedOn which rules may quarantine; all where it is left out
 * @example planner(config)(input)
 * // { rule: "enforcement.default", mode: "observe", do: [], propose: [], notify: null, due: null, withheld: […] }
 */
export function planner(
  config: Config,
  schema: Evaluator = evaluator(config),
  isTurnedOn: TurnedOn = () => true,
): Planner {
  const view = viewer(config, schema);
  const ruleOf = rulesOf(config, isTurnedOn);
  const wishesOf = wishes(config);
  const weigh = weigher(config, schema);

  return (input) => {
    const { state, judgement } = input.standing;
    const seen = view(judgement.subject, () => judgement.owner);
    const rule = ruleOf(seen);
    const said = { rule: rule.place, mode: rule.mode };
    if (!DEVIANT.includes(state)) {
      return { ...said, do: [], propose: [], notify: null, due: null, withheld: [] };
    }
    const situation: Situation = { ...input, rule, told: toldOf(input) };
    const steps = wishesOf(situation).map((step) => weigh(step, situation));
    const deadline = earliest(
      steps.filter(({ effect }) => effect.remedy === "quarantine").map((each) => doableAt(each)),
    );
    const notices =
      wants(rule.mode, "notify") && isNews(situation, deadline)
        ? [weigh<NotifyStep>({ remedy: "notify", notice: noticeOf(seen, situation, deadline) }, situation)]
        : [];
    const all = [...notices, ...steps];
    const forbidden = forbiddenBy(weigh, situation);
    return {
      ...said,
      ...(forbidden.length === 0 ? {} : { forbidden }),
      do: steps.filter(isFree).map(({ effect }) => effect),
      propose: steps.filter(isToPropose).map(({ effect }) => effect),
      notify: notices.find(isFree)?.effect.notice ?? null,
      due: earliest(all.map((each) => changesAt(each))),
      withheld: all.flatMap((each) => withheldOf(each)),
    };
  };
}

/** Guards that say of a quarantine that it should not be, rather than not yet, not so or not again. */
const FORBIDS: readonly string[] = ["controller", "own", "production"];

/** What became production, or came into the hands of a controller, while it was quarantined. */
function forbiddenBy(weigh: Weigher, situation: Situation): readonly string[] {
  if (situation.history.isQuarantined !== true) return [];
  const { holds } = weigh({ remedy: "quarantine", name: "any:any", class: "reversible" }, situation);
  return holds.map(({ guard }) => guard).filter((guard) => FORBIDS.includes(guard));
}

function earliest(instants: readonly (number | null)[]): number | null {
  const some = instants.filter((at) => at !== null);
  return some.length === 0 ? null : some.reduce((first, at) => Math.min(first, at));
}
