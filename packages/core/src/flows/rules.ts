import type { Actor } from "../catalog/actor.ts";
import { typeFacts } from "../catalog/facts-of-type.ts";
import type { Config } from "../config/definition.ts";
import { type DimensionValues, dimensionsOf } from "../tags/dimensions.ts";
import { evaluator } from "../tags/evaluate/evaluator.ts";
import { type Lifecycle, lifecycle } from "../tags/lifecycle/lifecycle.ts";
import { ownActions } from "../tags/own-action.ts";
import type { Judgement } from "../tags/verdict/judge.ts";

/** A configuration, ready to be held against what happens. */
export interface Rules {
  /** The hash of the configuration, which every verdict names. */
  readonly configuration: string;
  readonly lifecycle: Lifecycle;
  readonly dimensions: (judgement: Judgement) => DimensionValues;
  readonly isOwn: (actor: Actor) => boolean;
}

/**
 * Compiles a configuration, once for all events.
 *
 * @param configuration its hash
 */
export function rulesOf(config: Config, configuration: string): Rules {
  return {
    configuration,
    lifecycle: lifecycle(config, (type) => typeFacts(type).readiness.after),
    dimensions: dimensionsOf(config, evaluator(config)),
    isOwn: ownActions(config),
  };
}
