import type { Rules } from "@tagledger/core/flows/rules";
import type { EventBus, Hash, Inventory, Ledger } from "@tagledger/core/ports";
import type { PriceBook } from "@tagledger/core/spend/price";

/** What exists in one account. */
export interface AccountInventory {
  readonly account: string;
  readonly inventory: Inventory;
}

/** The outside world of the functions. What only some of them need is made when it is first asked for. */
export interface System {
  /** Epoch milliseconds. */
  now(): number;
  readonly hash: Hash;
  readonly prices: PriceBook;
  ledger(): Promise<Ledger>;
  /**
   * The rules that are in force at this instant.
   *
   * @throws bad-configuration or outside-failure where nobody can tell
   */
  rules(): Promise<Rules>;
  /** What exists in all accounts. */
  inventory(): Promise<Inventory>;
  /** The same, one account at a time. */
  inventories(): Promise<readonly AccountInventory[]>;
  bus(): Promise<EventBus>;
}

/** Gives the outside world: the same one whenever it is asked for. */
export type Compose = () => Promise<System>;
