/** What people ask for. */
export const REQUEST_KINDS = ["release", "exemption"] as const;

/** To give back what is quarantined, or to leave a resource alone for a time. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What became of a request, as it is kept. */
export type RequestState = "open" | "approved" | "refused" | "withdrawn";

/** What a request is at an instant: one that nobody decided in time, or an exemption that ended, is expired. */
export const REQUEST_STANDINGS = ["open", "approved", "refused", "withdrawn", "expired"] as const;

/** What a request is at an instant. */
export type RequestStanding = (typeof REQUEST_STANDINGS)[number];

/** That somebody asks for something to be done, or not done, about a resource; others decide. */
export interface ResourceRequest {
  readonly id: string;
  /** Counts the changes, from 0 where it is not kept yet; whoever changes it says which they have seen. */
  readonly revision: number;
  readonly kind: RequestKind;
  /** The name of the resource in the ledger, which mostly is its ARN. */
  readonly resource: string;
  /** Whose it was when that was asked; null where nobody knew. */
  readonly team: string | null;
  readonly requester: string;
  readonly reason: string;
  /** Of an exemption, the first instant at which it holds no more, in epoch milliseconds; null for a release. */
  readonly until: number | null;
  /** When it was asked for, in epoch milliseconds. */
  readonly at: number;
  readonly state: RequestState;
  /** Who approved, refused or withdrew it; null while it is open. */
  readonly decidedBy: string | null;
  /** Epoch milliseconds. */
  readonly decidedAt: number | null;
  /** What was said with the decision. */
  readonly note: string | null;
}

const DAY = 86_400_000;
/** How long a request is open: who asks for something still wants it then asks again. */
const OPEN_FOR = 30 * DAY;

/**
 * What a request is at an instant.
 *
 * @example standingOf({ ...request, state: "approved", until: now }, now) // "expired"
 */
export function standingOf(
  { state, kind, at, until }: Pick<ResourceRequest, "state" | "kind" | "at" | "until">,
  now: number,
): RequestStanding {
  if (state === "refused" || state === "withdrawn") return state;
  const isEnded = kind === "exemption" && until !== null && until <= now;
  const isForgotten = state === "open" && at + OPEN_FOR <= now;
  return isEnded || isForgotten ? "expired" : state;
}
