import type { Dimension } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { environmentOf } from "../environment.ts";
import type { Resolution } from "../resolve/resolution.ts";
import type { Subject } from "../subject.ts";
import type { Proposal } from "./proposal.ts";
import { workloadOf } from "./workload.ts";

/** Infers the value of a dimension from facts that leave one answer; null where they leave none, or several. */
export type Inference = (subject: Subject, dimension: Dimension, owner: Resolution) => Proposal | null;

/**
 * Compiles what can be inferred of a resource that says nothing: its workload from what its creation makes, its
 * environment from its account, its team from enough evidence.
 *
 * @example inference(config)(trainingJob, "workload", owner)
 * // { value: "training", by: "api", from: "sagemaker:training-job" }
 */
export function inference(config: Config): Inference {
  const environment = environmentOf(config);
  return (subject, dimension, owner) => {
    switch (dimension) {
      case "workload": {
        const value = workloadOf(subject.type);
        return value === null ? null : { value, by: "api", from: subject.type };
      }
      case "environment": {
        const value = environment(subject);
        return value === null ? null : { value, by: "account", from: subject.account ?? "" };
      }
      case "team": {
        const { team, evidence } = owner;
        if (team === null || !isSure(config, owner)) return null;
        const own = evidence.filter((each) => each.team === team).map(({ detail }) => detail);
        return { value: team, by: "owner", from: own.join("; ") };
      }
      default:
        return null;
    }
  };
}

/** Whether there is evidence enough to write down whose a resource is. */
export function isSure({ enforcement }: Config, { team, confidence }: Resolution): boolean {
  return team !== null && confidence >= enforcement.confidence;
}
