import type { Delivery } from "../../bills/delivery.ts";
import type { BillVersion } from "../../bills/version.ts";
import type { Config } from "../../config/definition.ts";
import type {
  BillEngine,
  BillRecords,
  CellStore,
  CostAllocationTags,
  Deliveries,
} from "../../ports/ingestion.ts";
import type { Hash, Ledger } from "../../ports.ts";

/** What taking in bills needs. */
export interface IngestPorts {
  readonly deliveries: Deliveries;
  readonly engine: BillEngine;
  readonly cells: CellStore;
  readonly records: BillRecords;
  /** Where dated tags of resources are; without it charges have only the tags of the bill. */
  readonly ledger?: Pick<Ledger, "resources">;
  readonly hash: Hash;
  /** Who knows which tags stand in bills at all; without it nobody does. */
  readonly costAllocationTags?: Pick<CostAllocationTags, "list">;
}

/** What is taken in, by which rules. */
export interface IngestRequest {
  /** A manifest, a folder or prefix, or files of a bill. */
  readonly place: string;
  readonly config: Config;
  /** The hash of the configuration. */
  readonly configuration: string;
  readonly clock: () => number;
  /** An export that this one takes the place of. */
  readonly insteadOf?: string | undefined;
  /** What the export is called here, where another one bears its name. */
  readonly as?: string | undefined;
  /** Whether what is read already is read once more, as where its cells were lost. */
  readonly again?: boolean | undefined;
}

/** What became of a delivery; `again` where all was as it is. */
export interface Ingested {
  readonly delivery: Delivery;
  readonly outcome: "published" | "again" | "late" | "held" | "refused";
  readonly version: BillVersion;
  /** Why it was refused, is held or came too late. */
  readonly reason: string | null;
}

/** A delivery that is being taken in. */
export interface Attempt extends Delivery {
  /** Whether its version is, or was, read: what is known of that stays unless it is published anew. */
  readonly keepsStory: boolean;
}

/** A request, and what follows from its configuration. */
export interface IngestRules extends Omit<IngestRequest, "place" | "as"> {
  /** The hash of what places charges. */
  readonly placing: string;
}
