import { DIMENSIONS, type Match } from "../config/definition/match.ts";
import type { Config } from "../config/definition.ts";
import { spanOf } from "../config/moments.ts";
import { comparableTagKey } from "../config/reading/tag-key.ts";

/** Facts of a charge that only some configurations look at; bills leave the others empty, so that groups stay few. */
export const OPTIONAL_FACTS = ["account", "region", "service", "usageType", "resource", "principal"] as const;

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
  const matches = [
    ...config.assign.map(({ match }) => match),
    ...config.pools.flatMap(({ match }) => match ?? []),
  ];
  const facts = new Set([...matches.flatMap(factsOf), ...ruleFacts(config)]);
  const tagKeys = [
    ...DIMENSIONS.flatMap((dimension) => config.dimensions[dimension] ?? []),
    ...matches.flatMap((match) => Object.keys(match.tags ?? {})),
  ];
  return { facts, tagKeys: distinctKeys(tagKeys), instants: instantsOf(config) };
}

function factsOf(match: Match): OptionalFact[] {
  const facts: OptionalFact[] = OPTIONAL_FACTS.filter((fact) => match[fact] !== undefined);
  const identifies = match.resource !== undefined || match.type !== undefined;
  return identifies ? [...facts, "resource", "service", "account", "region"] : facts;
}

/** What rules without a match look at: scope, the teams' own, and policies, which place by service or follow. */
function ruleFacts({ scope, teams, policies, commitments }: Config): OptionalFact[] {
  const all = Object.values(teams);
  const follows = Object.values(policies).includes("follow");
  // What is not used of a commitment is only its own kind where it is not support.
  const places = policies.support !== undefined || policies.unusedCommitment !== undefined;
  const asks: Record<"account" | "region" | "service" | "principal", boolean> = {
    account: follows || !scope.accounts.includes("*") || all.some(({ accounts }) => accounts.length > 0),
    // What follows a resource finds it by its canonical identity.
    region: follows,
    // Commitments are pooled service by service.
    service: follows || places || commitments === "pooled" || !scope.services.includes("*"),
    principal: all.some(({ principals }) => principals.length > 0),
  };
  return (["account", "region", "service", "principal"] as const).filter((fact) => asks[fact]);
}

/** Tag keys of which no two mean the same key of a bill: the first of them stays. */
export function distinctKeys(keys: readonly string[]): string[] {
  return [...new Map(keys.toReversed().map((key) => [comparableTagKey(key), key])).values()].sort();
}

function instantsOf({ assign, teams }: Config): number[] {
  const dated = [...assign, ...Object.values(teams).flatMap(({ aliases }) => aliases)];
  const instants = dated.flatMap(({ from, until }) => {
    const span = spanOf({ from, until });
    return span === undefined ? [] : [span.start, span.end].filter(Number.isFinite);
  });
  return [...new Set(instants)].sort((a, b) => a - b);
}
