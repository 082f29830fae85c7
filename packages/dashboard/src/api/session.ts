import type { Scope } from "@tagledger/core/access/viewer";

/** Who looks at the page, as the API sees them. */
export interface Session {
  readonly name: string;
  readonly teams: readonly string[];
  readonly seesAll: boolean;
  readonly scopes: readonly Scope[];
  /** `open` where nobody signs in: on one's own machine. */
  readonly via: "jwt" | "iam" | "open";
}

/** Whether somebody may do something. */
export function may(session: Session, scope: Scope): boolean {
  return session.scopes.includes(scope);
}

/** Whether somebody sees a team, which there may not be. */
export function sees({ seesAll, teams }: Session, team: string): boolean {
  return seesAll || teams.includes(team);
}
