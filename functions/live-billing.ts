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
  return {
    ...systemIn(given),
    madePlace,
    billing: once(async () => (await import("./live/ingestion.ts")).liveIngestion({ ...given, cells })),
  };
});
