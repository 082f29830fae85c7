import type { Config } from "../../config/definition.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Effect } from "./effects.ts";
import type { Hold, Situation } from "./guard.ts";
import { GUARDS } from "./guards/all.ts";
import type { Withheld } from "./plan.ts";

/** An effect, and what all guards say of it. */
export type Weighed<Some extends Effect = Effect> = {
  readonly effect: Some;
  readonly holds: readonly (Hold & { readonly guard: string })[];
};

/** Asks every guard about an effect; all are heard, so that it is known what else would hold it. */
export type Weigher = <Some extends Effect>(effect: Some, situation: Situation) => Weighed<Some>;

/**
 * Compiles all guards.
 *
 * @example weigher(config, schema)(effect, situation).holds // [{ guard: "production", reason: "…" }]
 */
export function weigher(config: Config, schema: Evaluator): Weigher {
  const guards = GUARDS.map(({ name, compile }) => ({ guard: name, holds: compile(config, schema) }));
  return (effect, situation) => ({
    effect,
    holds: guards.flatMap(({ guard, holds }) => {
      const hold = holds(effect, situation);
      return hold === null ? [] : [{ ...hold, guard }];
    }),
  });
}

/** Says whether nothing holds an effect. */
export function isFree({ holds }: Weighed): boolean {
  return holds.length === 0;
}

/** Says whether an effect is held only so that a person decides. */
export function isToPropose({ holds }: Weighed): boolean {
  return holds.length > 0 && holds.every(({ ask }) => ask === true);
}

/** When an effect could be done by us, were nothing to change, in epoch milliseconds; null where it never could. */
export function doableAt({ holds }: Weighed): number | null {
  return lastOf(holds);
}

/** When time alone changes what becomes of an effect, in epoch milliseconds; null where it never does. */
export function changesAt({ holds }: Weighed): number | null {
  return lastOf(holds.filter(({ ask }) => ask !== true));
}

/** What is not done, once for each guard. */
export function withheldOf({ effect, holds }: Weighed): Withheld[] {
  return holds.map(({ guard, reason, until = null }) => ({ step: effect, guard, reason, until }));
}

function lastOf(holds: readonly Hold[]): number | null {
  let last: number | null = null;
  for (const { until } of holds) {
    if (until === undefined) return null;
    last = Math.max(last ?? until, until);
  }
  return last;
}
