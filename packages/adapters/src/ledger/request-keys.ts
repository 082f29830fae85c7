import type { ItemKey } from "./items.ts";
import { keyText, keyTextOrNone } from "./key-text.ts";

const ONE = "REQUEST#";

/** The partition of all requests, by when they were asked. */
export const REQUESTS = "REQUESTS";

/** The partition of the requests about what is a team's, or nobody's. */
export function teamRequests(team: string | null): string {
  return `REQUESTS#${keyTextOrNone(team)}`;
}

/** Where a request is. */
export function requestKey(id: string): ItemKey {
  return { partition: `${ONE}${keyText(id)}`, sort: "" };
}

/** Whether a partition holds a request. */
export function holdsRequest(partition: string): boolean {
  return partition.startsWith(ONE);
}
