import type { PolicyKind } from "../../config/definition/costs.ts";
import type { Config } from "../../config/definition.ts";
import { type KindFacts, kindOf } from "./kind.ts";

/** The kinds of charge that follow others by the policies of a configuration, sorted. */
export function followingKinds(policies: Config["policies"]): PolicyKind[] {
  return Object.entries(policies)
    .flatMap(([kind, policy]) => (policy === "follow" ? [kind as PolicyKind] : []))
    .sort();
}

/**
 * Says which charges follow others.
 *
 * @example isFollower(config.policies)({ lineItemType: "Tax", … }) // true where tax follows
 */
export function isFollower(policies: Config["policies"]): (kind: KindFacts) => boolean {
  return (facts) => {
    const kind = kindOf(facts);
    return kind !== undefined && policies[kind] === "follow";
  };
}
