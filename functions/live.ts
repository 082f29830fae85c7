import { nodeHash } from "@tagledger/adapters/node/hash";
import type { PriceBook } from "@tagledger/core/spend/price";
import type { Environment } from "./environment.ts";
import { once } from "./once.ts";
import type { System } from "./system.ts";

// The outside world as it is in AWS is put together here and, for what more a function needs, in a file of its own beside: nothing
// else knows what is behind a port. Each part is loaded when it is first needed, so that a function starts without the clients
// that it never asks.

/** What functions are told by their environment. */
export const environment = once(async () => {
  const { readEnvironment } = await import("./environment.ts");
  return readEnvironment(process.env);
});

/** What takes in events. */
export const live = once(async (): Promise<System> => systemIn(await environment()));

/** What every function needs. */
export function systemIn(given: Environment): System {
  const ledger = once(async () => (await import("./live/ledger.ts")).liveLedger(given));
  const inForce = once(async () => {
    const [{ rulesInForce }, { liveConfigurations }] = await Promise.all([
      import("@tagledger/core/flows/rules-in-force"),
      import("./live/configurations.ts"),
    ]);
    return rulesInForce({
      configurations: liveConfigurations(given),
      ledger: await ledger(),
      hash: nodeHash,
    });
  });
  return {
    now: Date.now,
    hash: nodeHash,
    prices: lazyPrices(once(async () => (await import("./live/prices.ts")).livePrices())),
    ledger,
    inForce: async () => (await inForce())(),
  };
}

/** Most of what happens costs nothing that has a price. */
function lazyPrices(book: () => Promise<PriceBook>): PriceBook {
  return { price: async (query) => (await book()).price(query) };
}
