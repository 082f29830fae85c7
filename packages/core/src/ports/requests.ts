import type { Page } from "../ledger/query.ts";
import type { ResourceRequest } from "../ledger/request.ts";

/** Which requests are wanted. */
export interface RequestQuery {
  /** Null for those about what is nobody's; all if left out. */
  readonly team?: string | null | undefined;
  /** From 1 to 1000. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
}

/** What people asked for; it is written with the ledger, so that what a decision comes to is written in one with it. */
export interface RequestRecords {
  /** A request as it was written last; null where there is none of that id. */
  request(id: string): Promise<ResourceRequest | null>;
  /**
   * Lists requests, the newest first; the list may be a moment behind.
   *
   * @throws bad-input when `after` is no place in a list
   */
  requests(query: RequestQuery): Promise<Page<ResourceRequest>>;
}
