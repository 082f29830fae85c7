import { DIMENSIONS, type Dimension } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Finding } from "../finding.ts";
import { REASONS } from "../reasons.ts";
import type { Resolution } from "../resolve/resolution.ts";
import type { Subject } from "../subject.ts";
import { isKnown } from "../tag-state.ts";
import { inference } from "./inferred.ts";
import type { Proposal } from "./proposal.ts";
import type { Repair } from "./repair.ts";
import { respelt } from "./written.ts";

/** Proposes the tags that would put findings right, at most one for each key; it never invents a value. */
export type Repairer = (
  subject: Subject,
  findings: readonly Finding[],
  owner: Resolution,
) => readonly Repair[];

/**
 * Compiles how tags are repaired: what stands somewhere is respelt or moved, what stands nowhere is inferred. A value
 * that somebody wrote is never replaced by an inferred one.
 *
 * @example repairer(config, evaluator(config))(subject, findings, owner)
 * // [{ key: "ml-environment", value: "prod", by: "alias", from: "Production", removes: [] }]
 */
export function repairer(config: Config, schema: Evaluator): Repairer {
  const infer = inference(config);
  const dimensionOf = new Map(
    DIMENSIONS.flatMap((each) => dimensionKeys(config, each).map((key) => [key, each] as const)),
  );

  /** What the other keys of a dimension say; undefined where they say nothing. */
  const elsewhere = (
    key: string,
    { state, at }: Subject,
    dimension: Dimension,
  ): Proposal | null | undefined => {
    for (const other of dimensionKeys(config, dimension)) {
      if (other === key) continue;
      const found = schema.standing(state, other, at);
      if (found.where === "nowhere") continue;
      // The first that says anything decides, also where nothing can be made of it.
      const value = "value" in found ? schema.meaning(key, found.value, at) : null;
      return value === null ? null : { value, by: "other-key", from: other };
    }
    return undefined;
  };

  const propose = (subject: Subject, { key, reason }: Finding, owner: Resolution): Proposal | null => {
    const { state, at } = subject;
    const found = schema.standing(state, key, at);
    if ("value" in found) return respelt(schema, key, found, { reason, at });
    const dimension = dimensionOf.get(key);
    if (found.where !== "nowhere" || dimension === undefined || !isKnown(state, key)) return null;
    const other = elsewhere(key, subject, dimension);
    const proposal = other === undefined ? infer(subject, dimension, owner) : other;
    const value = proposal && schema.meaning(key, proposal.value, at);
    return proposal === null || value === null ? null : { ...proposal, value };
  };

  return (subject, findings, owner) => {
    const repairs = new Map<string, Repair>();
    for (const finding of findings) {
      if (REASONS[finding.reason].about === "unknown" || repairs.has(finding.key)) continue;
      const proposal = propose(subject, finding, owner);
      if (proposal !== null) repairs.set(finding.key, { removes: [], ...proposal, key: finding.key });
    }
    return [...repairs.values()];
  };
}
