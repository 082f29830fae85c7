import type { Scope, Viewer } from "./viewer.ts";

/** What somebody wants to do, and with whose. */
export interface Ask {
  readonly scope: Scope;
  /** A team's own; what is nobody's or of all teams together, `everyone`; or what tells nothing of any team, `anyone`. */
  readonly of: { readonly team: string | null } | "everyone" | "anyone";
}

/** Allowed; hidden, which is answered as if it were not there; or forbidden, which they may know. */
export type Decision = "allowed" | "hidden" | "forbidden";

/**
 * Decides who may do what: the only place where that is decided. What is not granted is denied; what is somebody else's is
 * hidden, whatever else they may do.
 *
 * @example decide(viewer, { scope: "read", of: { team: "rivals" } }) // "hidden"
 */
export function decide(viewer: Viewer, { scope, of }: Ask): Decision {
  if (!sees(viewer, of)) return "hidden";
  return viewer.scopes.includes(scope) ? "allowed" : "forbidden";
}

/**
 * The teams to which what they are shown is narrowed; null where they see all.
 *
 * @example teamsSeenBy(viewer) // ["fraud-detection"]
 */
export function teamsSeenBy({ seesAll, teams }: Viewer): readonly string[] | null {
  return seesAll ? null : teams;
}

function sees({ seesAll, teams }: Viewer, of: Ask["of"]): boolean {
  if (seesAll || of === "anyone") return true;
  // What has no team is nobody's, even of somebody who is in no team.
  return of !== "everyone" && of.team !== null && of.team !== "" && teams.includes(of.team);
}
