import { inventoriesOf } from "./account-inventory.ts";
import { environment, systemIn } from "./live.ts";
import { once } from "./once.ts";
import type { SweepingSystem } from "./system.ts";

/** What sweeps. */
export const liveSweeping = once(async (): Promise<SweepingSystem> => {
  const given = await environment();
  return {
    ...systemIn(given),
    inventories: once(async () =>
      inventoriesOf(given.places, (await import("./live/inventory.ts")).liveInventory(given)),
    ),
  };
});
