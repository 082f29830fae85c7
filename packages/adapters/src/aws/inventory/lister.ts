import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Call } from "@tagledger/core/catalog/type-facts";
import type { Clients } from "./clients.ts";
import type { Named } from "./reader.ts";

/** A resource as a service lists it; its tags are null where the list does not show them. */
export interface Listed extends Named {
  readonly tags: TagMap | null;
}

/** Lists resources of one service. */
export interface Lister {
  /** The types of which it tells all that is there; it may tell some of others. */
  readonly types: readonly string[];
  /** What it calls, as permissions name it. */
  readonly calls: readonly Call[];
  /** Whether it tells of all regions of an account, whichever is asked. */
  readonly ofAllRegions?: true;
  list(clients: Clients): AsyncIterable<readonly Listed[]>;
}
