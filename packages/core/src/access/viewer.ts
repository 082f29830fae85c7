/** What somebody may do besides looking at nothing: each is granted on its own. */
export const SCOPES = ["read", "upload", "release", "approve"] as const;

/** One kind of thing that somebody may do: read, upload usage, ask for a release or an exemption, decide on such a request. */
export type Scope = (typeof SCOPES)[number];

/** Somebody who asks, as far as was proven. */
export interface Viewer {
  /** What records call them: the subject of a token, or the ARN of a principal. */
  readonly name: string;
  /** Their own teams, ordered by name. */
  readonly teams: readonly string[];
  /** Whether they see every team, and what is nobody's. */
  readonly seesAll: boolean;
  readonly scopes: readonly Scope[];
  /** How it was proven: by a token, by a signed request, or not at all on this machine. */
  readonly via: "jwt" | "iam" | "open";
}

/** Whoever uses the machine on which everything runs. */
export const OPEN_VIEWER: Viewer = {
  name: "this machine",
  teams: [],
  seesAll: true,
  scopes: SCOPES,
  via: "open",
};
