import { duckdbBills } from "@tagledger/adapters/duckdb/bills";
import type { Stores } from "@tagledger/adapters/ledger/stores";
import { fingerprintOf } from "@tagledger/adapters/node/fingerprint";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { openSqliteLedger, openSqliteStores, removeSqliteLedger } from "@tagledger/adapters/sqlite/ledger";
import { sqliteTimelines } from "@tagledger/adapters/sqlite/timelines";
import { diskTrail } from "@tagledger/adapters/trail/disk";
import { fileUsage } from "@tagledger/adapters/usage/files/read";
import type { Bills, Hash, Ledger, Timelines, Trail, Usage } from "@tagledger/core/ports";
import type { CostAllocationTags } from "@tagledger/core/ports/ingestion";
import type { PriceBook } from "@tagledger/core/spend/price";
import { note } from "./output.ts";
import { endProgress, showProgress } from "./progress.ts";

/** The outside world of the command line. */
export interface CliPorts {
  readonly bills: Bills;
  readonly usage: Usage;
  readonly hash: Hash;
  readonly trail: Trail;
  readonly prices: PriceBook;
  /** Opens a place that lasts as long as one log is read. */
  readonly openTimelines: () => Timelines;
  /** Opens the ledger in a file. */
  readonly openLedger: (path: string) => Promise<Ledger>;
  /** Opens a file with the ledger and what is known of bills. */
  readonly openStores: (path: string) => Promise<Stores>;
  /** Opens the same in a table of DynamoDB, in the account and region that the SDK finds. */
  readonly openTable: (table: string) => Promise<Stores>;
  /** The prices that AWS lists, which a ledger that is deployed holds. */
  readonly listedPrices: () => Promise<PriceBook>;
  /** Billing, as whoever the SDK finds. */
  readonly costAllocationTags: () => Promise<CostAllocationTags>;
  readonly removeLedger: (path: string) => Promise<void>;
  /** Addresses the content of files and folders. */
  readonly fingerprintOf: (paths: readonly string[]) => Promise<string>;
}

/** Puts the real adapters together: the one place that does. */
export function compose(): CliPorts {
  return {
    bills: duckdbBills({ tell: { progress: showProgress, note: noteBetween } }),
    usage: fileUsage(),
    hash: nodeHash,
    trail: diskTrail(),
    prices: offlinePrices(),
    openTimelines: sqliteTimelines,
    openLedger: openSqliteLedger,
    openStores: openSqliteStores,
    openTable: async (table) => (await import("@tagledger/adapters/dynamodb/open")).openDynamodbStores(table),
    listedPrices: async () => (await import("@tagledger/adapters/aws/open-prices")).openPriceList(),
    costAllocationTags: async () =>
      (await import("@tagledger/adapters/aws/open-cost-allocation-tags")).openCostAllocationTags(),
    removeLedger: removeSqliteLedger,
    fingerprintOf,
  };
}

/** A note stands on its own line, not at the end of the passing one. */
function noteBetween(message: string): void {
  endProgress();
  note(`note: ${message}`);
}
