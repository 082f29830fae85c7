import type { Configurations, Inventory, Ledger, Notifier, Remedies, Tagger } from "../../ports.ts";
import type { PriceBook } from "../../spend/price.ts";

/** What acting on resources needs. */
export interface RemediatePorts {
  readonly ledger: Ledger;
  readonly inventory: Inventory;
  readonly prices: PriceBook;
  readonly remedies: Remedies;
  readonly tagger: Tagger;
  readonly notifier: Notifier;
  /** Asked again before each effect, for the switch that stops everything. */
  readonly configurations: Configurations;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}
