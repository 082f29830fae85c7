import type { ItemStore } from "@tagledger/adapters/ledger/items";

/** Opens an empty store, lets it be used, and removes it. */
export type WithStore = (use: (store: ItemStore) => Promise<void>) => Promise<void>;

/** What is asked of every store of items. */
export type StoreContract = (name: string, withStore: WithStore) => void;
