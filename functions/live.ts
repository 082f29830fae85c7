import { nodeHash } from "@tagledger/adapters/node/hash";
import type { PriceBook } from "@tagledger/core/spend/price";
import { inventoriesOf } from "./account-inventory.ts";
import { once } from "./once.ts";
import { rulesInForce } from "./rules-in-force.ts";
import type { System } from "./system.ts";

/**
 * The outside world as it is in AWS: the one place where it is put together. Each part is a file of its own, which is
 * loaded when it is first needed, so that a function starts without the clients that it never asks.
 */
export const live = once(async (): Promise<System> => {
  const { readEnvironment } = await import("./environment.ts");
  const environment = readEnvironment(process.env);
  const { places } = environment;
  const inventoryOf = once(async () => (await import("./live/inventory.ts")).liveInventory(environment));
  return {
    now: Date.now,
    hash: nodeHash,
    prices: lazyPrices(once(async () => (await import("./live/prices.ts")).livePrices())),
    ledger: once(async () => (await import("./live/ledger.ts")).liveLedger(environment)),
    rules: rulesInForce(
      once(async () => (await import("./live/configurations.ts")).liveConfigurations(environment)),
    ),
    inventory: once(async () => (await inventoryOf())(places)),
    inventories: once(async () => inventoriesOf(places, await inventoryOf())),
    bus: once(async () => (await import("./live/bus.ts")).liveBus(environment)),
  };
});

/** Most of what happens costs nothing that has a price. */
function lazyPrices(book: () => Promise<PriceBook>): PriceBook {
  return { price: async (query) => (await book()).price(query) };
}
