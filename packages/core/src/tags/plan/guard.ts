import type { Config } from "../../config/definition.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Effect } from "./effects.ts";
import type { PlanInput } from "./input.ts";
import type { EnforcementRule } from "./rule.ts";
import type { Told } from "./told.ts";

/** A resource, what is known of it, and the rule that holds for it. */
export type Situation = PlanInput & {
  readonly rule: EnforcementRule;
  /** The notice on which a quarantine may follow. */
  readonly told: Told | null;
};

/** That something is not done. */
export type Hold = {
  /** In words for people, as a sentence about the resource. */
  readonly reason: string;
  /** Epoch milliseconds at which this ends by itself; absent where it does not. */
  readonly until?: number;
  /** True where a person may decide to do it. */
  readonly ask?: true;
};

/** Says what holds an effect back, or null where nothing does. */
export type Holds = (effect: Effect, situation: Situation) => Hold | null;

/** One reason not to do what a rule permits. */
export type Guard = {
  /** As reports and logs name it. */
  readonly name: string;
  readonly compile: (config: Config, schema: Evaluator) => Holds;
};
