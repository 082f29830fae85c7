import type { Config } from "../../../config/definition.ts";
import { dimensionKeys, dimensionValues } from "../../../config/dimensions.ts";
import { speller } from "../../../config/reading/spelling.ts";
import { environmentOf } from "../../environment.ts";
import type { Evaluator } from "../../evaluate/evaluator.ts";
import { isBlank } from "../../evaluate/reading.ts";
import type { Subject } from "../../subject.ts";
import { isKnown, tagOf } from "../../tag-state.ts";

/** What a resource's tags and its account say of its environment. */
export type EnvironmentsSaid = {
  /** By its own tags, its account or a unit above it. */
  readonly established: readonly string[];
  /** By a tag whose key is only near to one of the schema: that is a guess. */
  readonly hinted: readonly string[];
  /** Whether something is written, or may be, that nobody can read. */
  readonly isUnclear: boolean;
};

/**
 * Compiles all that says what environment a resource is in. Unlike what a rule matches, this hears every key and every
 * spelling of it, also where another comes first.
 *
 * @example environmentsSaid(config, schema)(subject) // { established: ["dev"], hinted: [], isUnclear: false }
 */
export function environmentsSaid(config: Config, schema: Evaluator): (subject: Subject) => EnvironmentsSaid {
  const keys = dimensionKeys(config, "environment");
  const listed = dimensionValues(config, "environment");
  const spell = speller(config);
  const byPlace = environmentOf(config);

  const read = (key: string, value: string, at: number): string | null => {
    const meant = schema.meaning(key, value, at);
    const environment = meant === null ? null : spell("environment", meant);
    // A key without a rule takes any value, but an environment is one that some key lists.
    return environment !== null && listed.length > 0 && !listed.includes(environment) ? null : environment;
  };

  return (subject) => {
    const { state, at } = subject;
    const established: (string | null)[] = [];
    const hinted: string[] = [];
    for (const key of keys) {
      const value = tagOf(state, key);
      if (value !== undefined && !isBlank(value)) established.push(read(key, value, at));
      else if (!isKnown(state, key)) established.push(null);
    }
    for (const { value, meant } of schema.written(state.tags).misspelt) {
      if (!keys.includes(meant.key) || isBlank(value)) continue;
      const environment = read(meant.key, value, at);
      if (meant.how === "surely") established.push(environment);
      // A key that is only near may be somebody's own, with values of its own.
      else if (environment !== null) hinted.push(environment);
    }
    const place = byPlace(subject);
    if (place !== null) established.push(place);
    const readable = established.filter((environment) => environment !== null);
    return { established: readable, hinted, isUnclear: readable.length < established.length };
  };
}
