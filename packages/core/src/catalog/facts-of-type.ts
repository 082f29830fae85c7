import { IMMEDIATE, TAGGING_API } from "./build-facts.ts";
import type { Service } from "./row.ts";
import { services } from "./services/all.ts";
import type { Existence, LiveTags, TypeFacts } from "./type-facts.ts";

/** What is known of a type; where that is nothing, what holds of its service, else of all. */
export type KnownFacts = Required<Pick<TypeFacts, "readiness" | "remedies" | "liveTags" | "controllers">> & {
  readonly exists: Existence | null;
};

const NOTHING: TypeFacts = { readiness: IMMEDIATE, remedies: [] };

/** Makes what services know of their types findable. */
export function typeFactsOf(all: readonly Service[]): (type: string) => KnownFacts {
  const ofTypes = new Map<string, KnownFacts>();
  const ofServices = new Map<string, KnownFacts>();
  const ofAny = complete(NOTHING, TAGGING_API);
  for (const { creations, liveTags = TAGGING_API, types = {} } of all) {
    for (const { type } of creations) ofServices.set(serviceOf(type), complete(NOTHING, liveTags));
    for (const [type, facts] of Object.entries(types)) ofTypes.set(type, complete(facts, liveTags));
  }
  return (type) => ofTypes.get(type) ?? ofServices.get(serviceOf(type)) ?? ofAny;
}

/**
 * What is known of all resources of a type: when they take tags, which calls read and write these, what can be done
 * about them, and what controls them.
 *
 * @example typeFacts("ec2:instance").remedies.map(({ name }) => name) // ["ec2:isolate", "ec2:stop", "ec2:terminate"]
 */
export const typeFacts = typeFactsOf(services);

function complete(facts: TypeFacts, ofService: LiveTags): KnownFacts {
  const { readiness, remedies, exists = null, liveTags = ofService, controllers = [] } = facts;
  return { readiness, remedies, exists, liveTags, controllers };
}

function serviceOf(type: string): string {
  return type.split(":", 1).join();
}
