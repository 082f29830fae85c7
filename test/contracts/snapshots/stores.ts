import type { Stores } from "@tagledger/adapters/ledger/stores";

/** Does something with an empty store of snapshots and the ledger beside it. */
export type WithSnapshots = (
  use: (stores: Pick<Stores, "bills" | "snapshots" | "ledger">) => Promise<void>,
) => Promise<void>;
