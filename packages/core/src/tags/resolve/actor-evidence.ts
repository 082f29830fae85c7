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
  return (actor, at) => {
    const found: Evidence[] = [];
    const hear = (kind: EvidenceKind, what: string, name: string | null | undefined): void => {
      if (name === null || name === undefined) return;
      for (const team of owners.byAddress(name)) {
        found.push(evidence("team-address", team, `${what} ${name}`));
      }
      for (const team of mentions(localPart(name), at)) found.push(evidence(kind, team, `${what} ${name}`));
    };
    if (!isSomebody(actor)) return found;
    const principals = principalsOf(actor);
    for (const team of owners.byPrincipal(principals)) {
      found.push(evidence("principal", team, `principal ${principals[0]}`));
    }
    hear("source-identity", "source identity", actor.sourceIdentity);
    hear("user-name", "user", actor.userName);
    hear("role-name", "role", actor.roleName);
    hear("session-name", "session", actor.sessionName);
    hear("issued-to", "credentials of", endOf(actor.issuedTo ?? null));
    return found;
  };
}

/** What an ARN names, without the service around it, whose name a team may have too. */
function endOf(arn: string | null): string | null {
  return arn === null ? null : arn.slice(Math.max(arn.lastIndexOf(":"), arn.lastIndexOf("/")) + 1);
}
