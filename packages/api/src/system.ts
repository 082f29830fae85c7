import type { Viewer } from "@tagledger/core/access/viewer";
import type { Config } from "@tagledger/core/config/definition";
import type { Hash, Ledger } from "@tagledger/core/ports";
import type { SnapshotRecords } from "@tagledger/core/ports/snapshots";
import type { Incoming } from "./http/incoming.ts";

/** Tells who asks, as far as that is proven; null where it is not. */
export type Authenticate = (incoming: Incoming) => Promise<Viewer | null>;

/** The outside world of the API. */
export interface ApiSystem {
  /** Epoch milliseconds. */
  now(): number;
  readonly hash: Hash;
  readonly authenticate: Authenticate;
  /** The configuration in force. */
  config(): Promise<Config>;
  ledger(): Promise<Pick<Ledger, "resources" | "count" | "history" | "accruals">>;
  snapshots(): Promise<Pick<SnapshotRecords, "states" | "state" | "read">>;
  /** Told of what went wrong and is not the asker's doing. */
  log(message: string, error: unknown): void;
}
