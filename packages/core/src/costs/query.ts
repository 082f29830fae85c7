import type { Config } from "../config/definition.ts";
import { DIMENSIONS, type Match } from "../config/definition/match.ts";
import { endOf, startOf } from "../config/moments.ts";
import { comparableTagKey } from "./matching/tag-key.ts";

/** Facts of a charge that only some configurations look at; bills leave the others empty, so that groups stay few. */
export const OPTIONAL_FACTS = ["region", "usageType", "resource", "principal"] as const;

/** A fact of a charge that only some configurations look at. */
export type OptionalFact = (typeof OPTIONAL_FACTS)[number];

/** What a configuration needs to know of each charge. */
export interface ChargeNeeds {
  readonly facts: ReadonlySet<OptionalFact>;
  /** Tag keys, no two of which mean the same key of a bill. */
  readonly tagKeys: readonly string[];
  /** The instants (epoch milliseconds, ascending) at which dated rules change. */
  readonly instants: readonly number[];
}

/** Reads off a configuration what it needs to know of each charge. */
export function chargeNeeds(config: Config): ChargeNeeds {
  const matches = [...config.assign.map(({ match }) => match), ...config.pools.flatMap(({ match }) => match ?? [])];
  const facts = new Set(matches.flatMap(factsOf));
  if (Object.values(config.teams).some(({ principals }) => principals.length > 0)) facts.add("principal");
  const tagKeys = [
    ...DIMENSIONS.flatMap((dimension) => config.dimensions[dimension] ?? []),
    ...matches.flatMap((match) => Object.keys(match.tags ?? {})),
  ];
  return { facts, tagKeys: distinctKeys(tagKeys), instants: instantsOf(config) };
}

function factsOf(match: Match): OptionalFact[] {
  const facts: OptionalFact[] = OPTIONAL_FACTS.filter((fact) => match[fact] !== undefined);
  const identifies = match.resource !== undefined || match.type !== undefined;
  return identifies ? [...facts, "resource", "region"] : facts;
}

function distinctKeys(keys: readonly string[]): string[] {
  return [...new Map(keys.toReversed().map((key) => [comparableTagKey(key), key])).values()].sort();
}

function instantsOf({ assign, teams }: Config): number[] {
  const dated = [...assign, ...Object.values(teams).flatMap(({ aliases }) => aliases)];
  const instants = dated.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [startOf(from)]),
    ...(until === undefined ? [] : [endOf(until)]),
  ]);
  return [...new Set(instants)].sort((a, b) => a - b);
}
