import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Call } from "@tagledger/core/catalog/type-facts";
import type { Sought } from "@tagledger/core/ports";
import type { Miss } from "@tagledger/core/tags/lifecycle/life";
import type { Clients } from "./clients.ts";

/** What AWS answered about a resource: all its tags, or why that is not known. */
export type LiveLook = { readonly tags: TagMap } | { readonly miss: Miss };

/** What has an ARN. */
export type Named = Sought & { readonly arn: string };

/** Reads live tags by one call of one service. */
export interface Reader {
  /** As the catalog names it. */
  readonly call: Call;
  /**
   * A look for each, in their order. Only what a service says counts: that it says nothing of a resource means neither
   * that this has no tags nor that it is gone, unless the call is one that tells all that is there.
   */
  read(clients: Clients, sought: readonly Named[]): Promise<readonly LiveLook[]>;
}
