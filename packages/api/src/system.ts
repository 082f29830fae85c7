import type { Viewer } from "@tagledger/core/access/viewer";
import type { InForce } from "@tagledger/core/flows/rules-in-force";
import type { Hash, Ledger } from "@tagledger/core/ports";
import type { SnapshotRecords } from "@tagledger/core/ports/snapshots";
import type { UploadRecords, UsageText } from "@tagledger/core/ports/uploads";
import type { PriceBook } from "@tagledger/core/spend/price";
import type { Incoming } from "./http/incoming.ts";

/** Tells who asks, as far as that is proven; null where it is not. */
export type Authenticate = (incoming: Incoming) => Promise<Viewer | null>;

/** How people sign in to the page. */
export interface SignIn {
  /** What the page is called where they do. */
  readonly clientId: string;
  /** For whom the token must be. */
  readonly audience: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
}

/** What is read of snapshots. */
export type Snapshots = Pick<
  SnapshotRecords,
  "states" | "state" | "read" | "details" | "readDetailOf" | "readDetailBytes"
>;

/** The outside world of the API. */
export interface ApiSystem {
  /** Epoch milliseconds. */
  now(): number;
  readonly hash: Hash;
  readonly authenticate: Authenticate;
  /** How people sign in; null where they need not, or cannot. */
  signIn(): Promise<SignIn | null>;
  readonly prices: PriceBook;
  /** The rules and the configuration in force. */
  inForce(): Promise<InForce>;
  ledger(): Promise<Ledger>;
  snapshots(): Promise<Snapshots>;
  /** Where usage is kept that people upload, and how it is read. */
  uploads(): Promise<{ readonly uploads: UploadRecords; readonly text: UsageText }>;
  /** Told of what went wrong and is not the asker's doing. */
  log(message: string, error: unknown): void;
}
