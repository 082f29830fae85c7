import { DIMENSIONS, type Dimension, type Match } from "../../config/definition/match.ts";
import { principalMatcher } from "../../config/reading/principal.ts";
import { serviceMatcher } from "../../config/reading/service.ts";
import { anyGlob, type TextMatcher } from "../../text/glob.ts";
import type { ChargeFacts } from "../charge.ts";
import type { Leaf } from "../leaf.ts";
import { canonicalResource, resourceNames, resourceType } from "./resource.ts";

/** What a compiled match looks at: the charge, its dimensions so far, and its normalised tags. */
export interface MatchSubject {
  readonly facts: ChargeFacts;
  readonly leaf: Leaf;
  /** The normalised value of a tag key, or an empty text. */
  tag(key: string): string;
}

/** Says whether a charge is one that a rule means. */
export type ChargeMatcher = (subject: MatchSubject) => boolean;

type Globs = string | readonly string[];

const NO_CASE = { ignoreCase: true };

/**
 * Compiles a match: all keys given must hold; a match that is absent matches no charge.
 *
 * @example compileMatch({ service: "eks" })({ facts, leaf, tag }) // true for a charge of AmazonEKS
 */
export function compileMatch(match: Match | undefined): ChargeMatcher {
  if (match === undefined) return () => false;
  const conditions: ChargeMatcher[] = [];
  const when = (globs: Globs | undefined, condition: (globs: Globs) => ChargeMatcher) => {
    if (globs !== undefined) conditions.push(condition(globs));
  };
  when(match.account, (globs) => on(anyGlob(globs), (facts) => facts.account));
  when(match.region, (globs) => on(anyGlob(globs, NO_CASE), (facts) => facts.region));
  when(match.usageType, (globs) => on(anyGlob(globs, NO_CASE), (facts) => facts.usageType));
  when(match.lineItemType, (globs) => on(anyGlob(globs, NO_CASE), (facts) => facts.lineItemType));
  when(match.type, (globs) => on(anyGlob(globs, NO_CASE), (facts) => resourceType(canonicalResource(facts))));
  when(match.principal, (globs) => on(principalMatcher(globs), (facts) => facts.principal));
  when(match.service, (globs) => service(globs));
  when(match.resource, (globs) => resource(globs));
  for (const dimension of DIMENSIONS) when(match[dimension], (globs) => ofDimension(dimension, globs));
  for (const [key, globs] of Object.entries(match.tags ?? {})) conditions.push(ofTag(key, globs));
  return (subject) => conditions.every((condition) => condition(subject));
}

function on(matcher: TextMatcher, read: (facts: ChargeFacts) => string): ChargeMatcher {
  return ({ facts }) => {
    const text = read(facts);
    return text !== "" && matcher(text);
  };
}

function service(globs: Globs): ChargeMatcher {
  const matcher = serviceMatcher(globs);
  return ({ facts }) => matcher(facts.service, facts.serviceName);
}

function resource(globs: Globs): ChargeMatcher {
  const matcher = anyGlob(globs);
  return ({ facts }) => facts.resource !== "" && resourceNames(facts).some(matcher);
}

function ofDimension(dimension: Dimension, globs: Globs): ChargeMatcher {
  const matcher = anyGlob(globs, NO_CASE);
  return ({ leaf }) => {
    const value = leaf[dimension];
    return value !== null && matcher(value);
  };
}

function ofTag(key: string, globs: Globs): ChargeMatcher {
  const matcher = anyGlob(globs, NO_CASE);
  return ({ tag }) => {
    const value = tag(key);
    return value !== "" && matcher(value);
  };
}
