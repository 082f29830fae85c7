import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Call } from "@tagledger/core/catalog/type-facts";
import type { Refusal } from "@tagledger/core/remediation/refusal";
import type { Clients } from "../inventory/clients.ts";
import type { Named } from "../inventory/reader.ts";

/** What becomes of the tags of a resource: some are set, then keys are taken off, and the rest stays. */
export interface TagChange {
  readonly set: TagMap;
  readonly remove: readonly string[];
}

/** A change of the tags of a resource that has an ARN, which is empty only where its service asks for an id. */
export interface NamedTagging extends TagChange {
  readonly target: Named;
}

/** What came of writing: null, or why it could not be done. */
export type Written = Refusal | null;

/** Writes tags by one call of one service, and that which takes them off. */
export interface Writer {
  /** As the catalog names it. */
  readonly call: Call;
  /** What came of each, in their order; no resource is among them twice. */
  write(clients: Clients, taggings: readonly NamedTagging[]): Promise<readonly Written[]>;
}
