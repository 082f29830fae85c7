import { type RequestStanding, type ResourceRequest, standingOf } from "../ledger/request.ts";
import type { RequestRecords } from "../ports/requests.ts";

const AT_ONCE = 200;

/** Which requests are wanted. */
export interface RequestFilter {
  /** Those about what is one of these teams', null for nobody's; all if left out. */
  readonly teams?: readonly (string | null)[] | undefined;
  /** What they are at this instant; all if left out. */
  readonly standing?: RequestStanding | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A request, and what it is at an instant. */
export interface ListedRequest extends ResourceRequest {
  readonly standing: RequestStanding;
}

/**
 * All requests that a filter lets through, the newest first.
 *
 * @example for await (const { id } of listRequests(ledger, { teams: ["vision"], standing: "open", now })) …
 */
export async function* listRequests(
  records: RequestRecords,
  { teams, standing: wanted, now }: RequestFilter,
): AsyncGenerator<ListedRequest> {
  const only = teams?.length === 1 ? teams[0] : undefined;
  let after: string | undefined;
  do {
    const { items, next } = await records.requests({ team: only, limit: AT_ONCE, after });
    for (const request of items) {
      const standing = standingOf(request, now);
      if (wanted !== undefined && wanted !== standing) continue;
      if (teams !== undefined && !teams.includes(request.team)) continue;
      yield { ...request, standing };
    }
    after = next ?? undefined;
  } while (after !== undefined);
}
