import type { Actor } from "../catalog/actor.ts";
import { typeFacts } from "../catalog/facts-of-type.ts";
import { unitsOf } from "../config/decimal.ts";
import type { Config } from "../config/definition.ts";
import type { ActingRules } from "../remediation/acting.ts";
import { type DimensionValues, dimensionsOf } from "../tags/dimensions.ts";
import { type Evaluator, evaluator } from "../tags/evaluate/evaluator.ts";
import { type Lifecycle, lifecycle } from "../tags/lifecycle/lifecycle.ts";
import { ownActions } from "../tags/own-action.ts";
import { breakers } from "../tags/plan/breakers.ts";
import { planner } from "../tags/plan/planner.ts";
import type { TurnedOn } from "../tags/plan/rule.ts";
import type { Judgement } from "../tags/verdict/judge.ts";

/** A configuration, ready to be held against what happens. */
export interface Rules {
  /** The hash of the configuration, which every verdict names. */
  readonly configuration: string;
  readonly lifecycle: Lifecycle;
  readonly dimensions: (judgement: Judgement) => DimensionValues;
  readonly isOwn: (actor: Actor) => boolean;
  /** How what deviates is acted on; absent where nothing acts. */
  readonly acting?: ActingRules;
}

/**
 * Compiles a configuration, once for all events.
 *
 * @param configuration its hash
 * @param isTurnedOn which rules may quarantine; where it is left out, nothing acts on what is found
 */
export function rulesOf(config: Config, configuration: string, isTurnedOn?: TurnedOn): Rules {
  const schema = evaluator(config);
  return {
    configuration,
    lifecycle: lifecycle(config, (type) => typeFacts(type).readiness.after),
    dimensions: dimensionsOf(config, schema),
    isOwn: ownActions(config),
    ...(isTurnedOn === undefined ? {} : { acting: actingRules(config, schema, isTurnedOn) }),
  };
}

function actingRules(config: Config, schema: Evaluator, isTurnedOn: TurnedOn): ActingRules {
  const { stop, breaker, default: byDefault, rules } = config.enforcement;
  return {
    plan: planner(config, schema, isTurnedOn),
    isStopped: stop,
    observesOnly: [byDefault, ...rules].every(({ mode = byDefault.mode }) => mode === "observe"),
    breaker: breakers(config),
    restartsPerHour: unitsOf(breaker.usdPerHour) ?? 0n,
  };
}
