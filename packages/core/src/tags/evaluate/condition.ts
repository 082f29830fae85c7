import type { TagRule } from "../../config/definition/tags.ts";
import type { Config } from "../../config/definition.ts";
import { fold } from "../../config/fold.ts";
import type { TagState } from "../tag-state.ts";

/** Whether a tag is required; unknown where that hangs on a value that the log hides. */
export type Demand = "yes" | "no" | "unknown";

/** What a tag means: its value as normalised, an empty text where it has none, null where the log hides it. */
export type MeaningIn = (state: TagState, key: string, at: number) => string | null;

/** Says whether a tag is required, by the others. */
export type DemandIn = (state: TagState, at: number, meaningIn: MeaningIn) => Demand;

/**
 * Compiles `required`: each of the tags that its condition names must have one of the values named.
 *
 * @example demandOf(config, { when: { "ml-workload-type": ["training"] } })(state, at, () => "training") // "yes"
 */
export function demandOf(config: Config, required: TagRule["required"]): DemandIn {
  if (typeof required === "boolean") return () => (required ? "yes" : "no");
  const conditions = Object.entries(required.when).map(([key, values]) => ({
    key,
    values: new Set(values.map((value) => fold(config.normalize, value))),
  }));
  return (state, at, meaningIn) => {
    let demand: Demand = "yes";
    for (const { key, values } of conditions) {
      const value = meaningIn(state, key, at);
      if (value === null) demand = "unknown";
      else if (!values.has(fold(config.normalize, value))) return "no";
    }
    return demand;
  };
}
