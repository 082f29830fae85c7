/** What a kind of evidence is worth. */
export type EvidenceFacts = {
  /** How likely it is right on its own, between 0 and 1. */
  readonly weight: number;
  /** Evidence of one source is no second opinion: of it, the strongest counts. */
  readonly source: "tag" | "principal" | "account" | "owner" | "name";
};

/** What can speak for an owner. Only tags and what the configuration says are enough by themselves. */
export const EVIDENCE = {
  "team-tag": { weight: 1, source: "tag" },
  "other-team-tag": { weight: 0.9, source: "tag" },
  "misspelt-team-tag": { weight: 0.9, source: "tag" },
  "near-team-tag": { weight: 0.6, source: "tag" },
  principal: { weight: 0.9, source: "principal" },
  account: { weight: 0.85, source: "account" },
  "owner-tag": { weight: 0.7, source: "owner" },
  "owner-mention": { weight: 0.4, source: "owner" },
  "team-address": { weight: 0.7, source: "name" },
  "source-identity": { weight: 0.5, source: "name" },
  "user-name": { weight: 0.5, source: "name" },
  "role-name": { weight: 0.5, source: "name" },
  "session-name": { weight: 0.4, source: "name" },
  "issued-to": { weight: 0.4, source: "name" },
} as const satisfies Record<string, EvidenceFacts>;

/** What speaks for an owner, by name. */
export type EvidenceKind = keyof typeof EVIDENCE;

/** One thing that speaks for a team. */
export type Evidence = {
  readonly kind: EvidenceKind;
  /** What it was read from, as `tag owner=ann@example.com`. */
  readonly detail: string;
  readonly team: string;
  readonly weight: number;
};

/** Evidence of a kind, with the weight of its kind. */
export function evidence(kind: EvidenceKind, team: string, detail: string): Evidence {
  return { kind, detail, team, weight: EVIDENCE[kind].weight };
}
