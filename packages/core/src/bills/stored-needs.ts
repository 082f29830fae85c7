import type { Config } from "../config/definition.ts";
import { comparableTagKey } from "../config/reading/tag-key.ts";
import { followingKinds } from "../costs/attribution/follows.ts";
import { chargeNeeds, type OptionalFact } from "../costs/query.ts";
import type { StoredNeeds } from "./version.ts";

/** Facts that cells always tell apart. */
const ALWAYS: readonly OptionalFact[] = ["account", "service"];

/** What cells have to tell apart for the rules of a configuration, as it is kept. */
export function storedNeeds(config: Config): StoredNeeds {
  const { facts, tagKeys, instants } = chargeNeeds(config);
  return { facts: [...facts].sort(), tagKeys, instants, follows: followingKinds(config.policies) };
}

/**
 * What the rules of a configuration ask for that stored cells do not tell apart, in words; nothing where the cells can be
 * placed by it.
 *
 * @example missingNeeds(config, stored) // ["region", "the tag ml-project"]
 */
export function missingNeeds(config: Config, stored: StoredNeeds): string[] {
  const needed = storedNeeds(config);
  const known = new Set(stored.tagKeys.map(comparableTagKey));
  const facts = new Set([...stored.facts, ...ALWAYS]);
  return [
    ...needed.facts.filter((fact) => !facts.has(fact)),
    ...needed.tagKeys.filter((key) => !known.has(comparableTagKey(key))).map((key) => `the tag ${key}`),
    ...needed.instants
      .filter((instant) => !stored.instants.includes(instant))
      .map((instant) => `what came before ${new Date(instant).toISOString()}`),
    ...needed.follows
      .filter((kind) => !stored.follows.includes(kind))
      .map((kind) => `the resources of ${kind}`),
  ];
}
