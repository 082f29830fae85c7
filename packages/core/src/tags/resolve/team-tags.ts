import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import { teamResolver } from "../../config/reading/teams.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { nearOnly } from "../near.ts";
import type { TagState } from "../tag-state.ts";
import { teamWords } from "../team-words.ts";
import { type Evidence, type EvidenceKind, evidence } from "./evidence.ts";

/** Finds what the keys of the team dimension say of the owner. */
export type TeamTags = (state: TagState, at: number) => readonly Evidence[];

/**
 * Compiles how team tags speak for an owner: the first key that has a value is its word, the others are hearsay.
 *
 * @example teamTags(config, evaluator(config))({ tags: { team: "fd" }, … }, at) // [{ kind: "team-tag", team: "fraud-detection", … }]
 */
export function teamTags(config: Config, { standing }: Evaluator): TeamTags {
  const keys = dimensionKeys(config, "team");
  const teams = teamResolver(config);
  const words = teamWords(config);
  return (state, at) => {
    let first = true;
    return keys.flatMap((key) => {
      const found = standing(state, key, at);
      if (!("value" in found)) return [];
      const detail = `tag ${found.where === "here" ? key : found.spellings[0]}=${found.value}`;
      const named = teams.resolve(found.value, at);
      const team = named ?? nearTeam(found.value, words, (name) => teams.resolve(name, at));
      const kind = kindOf({ first, here: found.where === "here", named: named !== undefined });
      first = false;
      return team === undefined ? [] : [evidence(kind, team, detail)];
    });
  };
}

function nearTeam(
  value: string,
  words: readonly string[],
  resolve: (name: string) => string | undefined,
): string | undefined {
  const near = nearOnly(value, words);
  return near === null ? undefined : resolve(near);
}

function kindOf({ first, here, named }: Record<"first" | "here" | "named", boolean>): EvidenceKind {
  if (!named) return "near-team-tag";
  if (!here) return "misspelt-team-tag";
  return first ? "team-tag" : "other-team-tag";
}
