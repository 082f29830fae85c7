import type { Assignment } from "../../config/definition/costs.ts";
import { DIMENSIONS, type Dimension } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { spanOf } from "../../config/moments.ts";
import { normalizer } from "../../config/reading/normalize.ts";
import { principalMatcher } from "../../config/reading/principal.ts";
import { type Speller, speller } from "../../config/reading/spelling.ts";
import { comparableTagKey } from "../../config/reading/tag-key.ts";
import { teamResolver } from "../../config/reading/teams.ts";
import { anyGlob } from "../../text/glob.ts";
import { remember } from "../../text/remember.ts";
import type { ChargeFacts, ChargeGroup } from "../charge.ts";
import { type Leaf, NO_LEAF } from "../leaf.ts";
import { type ChargeMatcher, compileMatch, type MatchSubject } from "../matching/match.ts";

/** More tag keys than a configuration has. */
const KEYS = 1000;

/** Whose a charge is, and how that was established. */
export interface Established extends MatchSubject {
  readonly leaf: Leaf;
  /** How the team was established, or null where it was not. */
  readonly teamBy: "tag" | "ledger" | "assign" | "principal" | "account" | null;
  /** The value of a team tag that names no team, as the bill writes it, else as the ledger does. */
  readonly invalidTeam: string | null;
  /** The index of the `assign` rule that matched. */
  readonly assigned: number | null;
}

/** What is known of a charge to establish whose it is. */
export type EstablishingFacts = ChargeFacts & Pick<ChargeGroup, "dated">;

/** The values of a charge's tags, read by key. */
type ReadTag = (key: string) => string;

/**
 * Compiles how a charge's dimensions are established: its tags, then what the ledger says that it was tagged with,
 * then `assign`, then the team's principals, then its accounts; each fills only what is still missing.
 *
 * @param tagKeys the keys whose raw values {@link ChargeFacts.tags} holds, in that order
 */
export function establisher(config: Config, tagKeys: readonly string[]) {
  const normalize = normalizer(config);
  const spell = speller(config);
  const teams = teamResolver(config);
  const comparableKeys = tagKeys.map(comparableTagKey);
  const indexOf = remember((key: string) => comparableKeys.indexOf(comparableTagKey(key)), KEYS);
  const assignments = config.assign.map(({ match, set, ...dates }) => ({
    matches: compileMatch(match),
    set: spelt(set, spell),
    span: spanOf(dates),
  }));
  const owners = ownersOf(config);
  // The space around a value that is not part of it would make two rows of one mistake.
  const visible = (value: string) => (config.normalize.trim ? value.trim() : value);

  return (facts: EstablishingFacts, at: number): Established => {
    const raw: ReadTag = (key) => facts.tags[indexOf(key)] ?? "";
    const tag: ReadTag = (key) => normalize(key, raw(key));
    const dated: ReadTag = (key) => facts.dated?.[indexOf(key)] ?? "";
    const datedTag: ReadTag = (key) => (facts.dated === undefined ? "" : normalize(key, dated(key)));
    const leaf: Record<Dimension, string | null> = { ...NO_LEAF };
    for (const dimension of DIMENSIONS) {
      const keys = config.dimensions[dimension] ?? [];
      const value = firstValue(keys, tag) ?? firstValue(keys, datedTag);
      leaf[dimension] = value === undefined ? null : spell(dimension, value);
    }
    const named = firstNamed(config.dimensions.team, tag, raw);
    const byTag = named === null ? undefined : teams.resolve(named, at);
    const datedNamed = byTag === undefined ? firstNamed(config.dimensions.team, datedTag, dated) : null;
    const byLedger = datedNamed === null ? undefined : teams.resolve(datedNamed, at);
    leaf.team = byTag ?? byLedger ?? null;
    const tagged = byTag === undefined ? (byLedger === undefined ? null : "ledger") : "tag";
    const invalid = tagged === null ? (named ?? datedNamed) : null;
    const subject = { facts, leaf, tag };

    const found = assignments.findIndex(
      ({ span, matches }) => span !== undefined && span.start <= at && at < span.end && matches(subject),
    );
    const set = assignments[found]?.set;
    for (const dimension of DIMENSIONS) leaf[dimension] ??= set?.[dimension] ?? null;
    const byAssign = tagged === null && leaf.team !== null;

    const owner = leaf.team === null ? owners.find(({ matches }) => matches(subject)) : undefined;
    leaf.team ??= owner?.team ?? null;
    return {
      ...subject,
      teamBy: tagged ?? (byAssign ? "assign" : (owner?.by ?? null)),
      invalidTeam: invalid === null ? null : visible(invalid),
      assigned: found < 0 ? null : found,
    };
  };
}

/** The value of a dimension: of several keys the first that is not empty decides. */
function firstValue(keys: readonly string[], tag: ReadTag): string | undefined {
  return keys.map(tag).find((each) => each !== "");
}

/** The raw value of the first team key that is not empty. */
function firstNamed(keys: readonly string[], tag: ReadTag, raw: ReadTag): string | null {
  const key = keys.find((each) => tag(each) !== "");
  return key === undefined ? null : raw(key);
}

function spelt(set: Assignment["set"], spell: Speller): Assignment["set"] {
  return Object.fromEntries(
    DIMENSIONS.flatMap((dimension) => {
      const value = set[dimension];
      return value === undefined ? [] : [[dimension, spell(dimension, value)]];
    }),
  );
}

interface Owner {
  readonly team: string;
  readonly by: "principal" | "account";
  readonly matches: ChargeMatcher;
}

/** Principals before accounts, teams by name: the order of the file decides nothing. */
function ownersOf({ teams }: Config): Owner[] {
  const sorted = Object.entries(teams).sort(([a], [b]) => (a < b ? -1 : 1));
  const owner = (team: string, by: Owner["by"], patterns: readonly string[]): Owner[] => {
    if (patterns.length === 0) return [];
    const matcher = by === "principal" ? principalMatcher(patterns) : anyGlob(patterns);
    return [{ team, by, matches: ({ facts }) => facts[by] !== "" && matcher(facts[by]) }];
  };
  return [
    ...sorted.flatMap(([team, { principals }]) => owner(team, "principal", principals)),
    ...sorted.flatMap(([team, { accounts }]) => owner(team, "account", accounts)),
  ];
}
