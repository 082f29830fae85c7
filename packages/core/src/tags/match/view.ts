import type { Dimension } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import { normalizer } from "../../config/reading/normalize.ts";
import { environmentOf } from "../environment.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { workloadOf } from "../repair/workload.ts";
import type { Resolution } from "../resolve/resolution.ts";
import type { Subject } from "../subject.ts";
import { tagOf } from "../tag-state.ts";

/** Whose a resource is, or how to find that out where a rule asks for it. */
type Owner = Resolution | (() => Resolution);

/** A resource as the rules of `enforcement` see it. */
export type View = {
  readonly subject: Subject;
  /** The value of a dimension, or null where it is not established. */
  dimension(dimension: Dimension): string | null;
  /** The normalised value of a tag, or an empty text. */
  tag(key: string): string;
};

/**
 * Compiles how rules see a resource: dimensions by its tags, else by what establishes them without a tag.
 *
 * @example viewer(config, evaluator(config))(subject, owner).dimension("environment") // "dev", by its account
 */
export function viewer(config: Config, { standing, meaning }: Evaluator) {
  const normalize = normalizer(config);
  const environment = environmentOf(config);

  const tagged = ({ state, at }: Subject, dimension: Dimension): string | null => {
    for (const key of dimensionKeys(config, dimension)) {
      const found = standing(state, key, at);
      if ("value" in found) return meaning(key, found.value, at) ?? normalize(key, found.value);
    }
    return null;
  };

  // One shape with shared methods, as nearly every resource is looked at and few rules ask for more than the subject.
  class Resource implements View {
    readonly subject: Subject;
    readonly #owner: Owner;

    constructor(subject: Subject, owner: Owner) {
      this.subject = subject;
      this.#owner = owner;
    }

    tag(key: string): string {
      return normalize(key, tagOf(this.subject.state, key) ?? "");
    }

    dimension(dimension: Dimension): string | null {
      switch (dimension) {
        case "team":
          return surely(resolved(this.#owner), config.enforcement.confidence);
        case "environment":
          return tagged(this.subject, dimension) ?? environment(this.subject);
        case "workload":
          return tagged(this.subject, dimension) ?? workloadOf(this.subject.type);
        default:
          return tagged(this.subject, dimension);
      }
    }
  }

  return (subject: Subject, owner: Owner): View => new Resource(subject, owner);
}

/** A rival may cast doubt on a tag, but the tag remains what the resource says of itself. */
function surely({ team, confidence, evidence }: Resolution, least: number): string | null {
  const said = evidence.find(({ kind }) => kind === "team-tag");
  return said?.team ?? (confidence >= least ? team : null);
}

function resolved(owner: Owner): Resolution {
  return typeof owner === "function" ? owner() : owner;
}
