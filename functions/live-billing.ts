import { environment, systemIn } from "./live.ts";
import { once } from "./once.ts";
import type { BillingSystem } from "./system.ts";

/** What only functions of bills are told by their environment. */
export async function billEnvironment() {
  const { readBillEnvironment } = await import("./bill-environment.ts");
  return readBillEnvironment(process.env);
}

/** What takes in bills. */
export const liveBilling = once(async (): Promise<BillingSystem> => {
  const { together } = await import("./together.ts");
  const [given, { cells, madePlace }] = await together(environment(), billEnvironment());
  return {
    ...systemIn(given),
    madePlace,
    billing: once(async () => (await import("./live/ingestion.ts")).liveIngestion({ ...given, cells })),
  };
});
