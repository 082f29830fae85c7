import type { Actor } from "../catalog/actor.ts";
import type { Config } from "../config/definition.ts";
import { principalMatcher } from "../config/reading/principal.ts";
import { principalsOf } from "./principals.ts";

/**
 * Compiles who we are ourselves, whose actions are not judged: `enforcement.principals`.
 *
 * @example ownActions(config)(actor) // true for a session of arn:aws:iam::111122223333:role/tagledger-repair
 */
export function ownActions(config: Config): (actor: Actor) => boolean {
  const isOwn = principalMatcher(config.enforcement.principals);
  return (actor) => principalsOf(actor).some(isOwn);
}
