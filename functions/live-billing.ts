import { environment, systemIn } from "./live.ts";
import { once } from "./once.ts";
import type { BillingSystem } from "./system.ts";

/** What takes in bills. */
export const liveBilling = once(async (): Promise<BillingSystem> => {
  const [given, { readBillEnvironment }] = await Promise.all([
    environment(),
    import("./bill-environment.ts"),
  ]);
  const { cells, madePlace } = readBillEnvironment(process.env);
  const system = systemIn(given);
  return {
    ...system,
    madePlace,
    billing: once(async () => {
      const [{ liveIngestion }, ledger] = await Promise.all([import("./live/ingestion.ts"), system.ledger()]);
      return liveIngestion({ ...given, cells }, ledger);
    }),
  };
});
