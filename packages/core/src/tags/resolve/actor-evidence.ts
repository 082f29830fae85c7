import type { Actor } from "../../catalog/actor.ts";
import { principalsOf } from "../principals.ts";
import { isSomebody } from "./acting.ts";
import { type Evidence, type EvidenceKind, evidence } from "./evidence.ts";
import type { Mentions } from "./mentions.ts";
import { localPart } from "./owner-tags.ts";
import type { Owners } from "./owners.ts";

/** Finds what who made a resource says of its owner. */
export type ActorEvidence = (actor: Actor, at: number) => readonly Evidence[];

/**
 * Compiles how an actor speaks for an owner: by what the configuration gives to teams, and weakly by names that
 * mention one. What AWS does by itself, and root, speak for nobody.
 *
 * @example actorEvidence(owners(config), mentions(config))(actor, at) // [{ kind: "principal", team: "vision", … }]
 */
export function actorEvidence(owners: Owners, mentions: Mentions): ActorEvidence {
  const named = (kind: EvidenceKind, what: string, name: string | null, at: number): Evidence[] => {
    if (name === null) return [];
    const address = owners.byAddress(name).map((team) => evidence("team-address", team, `${what} ${name}`));
    return [
      ...address,
      ...mentions(localPart(name), at).map((team) => evidence(kind, team, `${what} ${name}`)),
    ];
  };
  return (actor, at) => {
    if (!isSomebody(actor)) return [];
    const principals = principalsOf(actor);
    return [
      ...owners
        .byPrincipal(principals)
        .map((team) => evidence("principal", team, `principal ${principals[0]}`)),
      ...named("source-identity", "source identity", actor.sourceIdentity ?? null, at),
      ...named("user-name", "user", actor.userName, at),
      ...named("role-name", "role", actor.roleName, at),
      ...named("session-name", "session", actor.sessionName, at),
      ...named("issued-to", "credentials of", endOf(actor.issuedTo ?? null), at),
    ];
  };
}

/** What an ARN names, without the service around it, whose name a team may have too. */
function endOf(arn: string | null): string | null {
  return arn === null ? null : arn.slice(Math.max(arn.lastIndexOf(":"), arn.lastIndexOf("/")) + 1);
}
