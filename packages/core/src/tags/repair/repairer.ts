import { DIMENSIONS, type Dimension } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Finding } from "../finding.ts";
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

/** Of a key, the dimension that it says something of, and the other keys that do. */
type Place = { readonly dimension: Dimension; readonly others: readonly string[] };

/**
 * Compiles how tags are repaired: what stands somewhere is respelt or moved, what stands nowhere is inferred. A value
 * that somebody wrote is never replaced by an inferred one.
 *
 * @example repairer(config, evaluator(config))(subject, findings, owner)
 * // [{ key: "ml-environment", value: "prod", by: "alias", from: "Production", removes: [] }]
 */
export function repairer(config: Config, schema: Evaluator): Repairer {
  const infer = inference(config);
  const placeOf = placesOf(config);

  /** What the other keys of a dimension say; undefined where they say nothing. */
  const elsewhere = (key: string, { state, at }: Subject, { others }: Place): Proposal | null | undefined => {
    for (const other of others) {
      const found = schema.standing(state, other, at);
      if (found.where === "nowhere") continue;
      // The first that says anything decides, also where nothing can be made of it.
      const value = "value" in found ? schema.meaning(key, found.value, at) : null;
      return value === null ? null : { value, by: "other-key", from: other };
    }
    return undefined;
  };

  /** What is to stand where nobody wrote anything. */
  const unwritten = (key: string, subject: Subject, owner: Resolution): Proposal | null => {
    const place = placeOf.get(key);
    if (place === undefined || !isKnown(subject.state, key)) return null;
    const other = elsewhere(key, subject, place);
    const proposal = other === undefined ? infer(subject, place.dimension, owner) : other;
    const value = proposal && schema.meaning(key, proposal.value, subject.at);
    return proposal === null || value === null ? null : { ...proposal, value };
  };

  const propose = (subject: Subject, { key, reason }: Finding, owner: Resolution): Proposal | null => {
    switch (reason) {
      case "hidden":
        return null;
      case "missing":
      case "empty":
        return unwritten(key, subject, owner);
      default: {
        const { state, at } = subject;
        const found = schema.standing(state, key, at);
        return "value" in found ? respelt(schema, key, found, { reason, at }) : null;
      }
    }
  };

  return (subject, findings, owner) => {
    const repairs: Repair[] = [];
    for (const finding of findings) {
      if (has(repairs, finding.key)) continue;
      const proposal = propose(subject, finding, owner);
      if (proposal !== null) repairs.push({ removes: [], ...proposal, key: finding.key });
    }
    return repairs;
  };
}

function has(repairs: readonly Repair[], key: string): boolean {
  for (const repair of repairs) if (repair.key === key) return true;
  return false;
}

function placesOf(config: Config): ReadonlyMap<string, Place> {
  const places = DIMENSIONS.flatMap((dimension) => {
    const keys = dimensionKeys(config, dimension);
    return keys.map((key) => [key, { dimension, others: keys.filter((other) => other !== key) }] as const);
  });
  return new Map(places);
}
