import { DIMENSIONS, type Dimension } from "../config/definition/match.ts";
import type { Config } from "../config/definition.ts";
import { type Evaluator, evaluator } from "./evaluate/evaluator.ts";
import { viewer } from "./match/view.ts";
import type { Judgement } from "./verdict/judge.ts";

/** The value of each dimension, or null where it is not established. */
export type DimensionValues = Readonly<Record<Dimension, string | null>>;

/**
 * Compiles how a judged resource stands in the dimensions that money is divided by.
 *
 * @example dimensionsOf(config)(judgement).team // "vision"
 */
export function dimensionsOf(
  config: Config,
  schema: Evaluator = evaluator(config),
): (judgement: Judgement) => DimensionValues {
  const view = viewer(config, schema);
  return ({ subject, owner }) => {
    const seen = view(subject, owner);
    const values = DIMENSIONS.map((dimension) => [dimension, seen.dimension(dimension)] as const);
    return Object.fromEntries(values) as Record<Dimension, string | null>;
  };
}
