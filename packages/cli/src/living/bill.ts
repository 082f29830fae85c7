import type { Config } from "@tagledger/core/config/definition";
import { publishBill } from "@tagledger/core/flows/publish-bill";
import type { Ledger } from "@tagledger/core/ports";
import type { CliPorts } from "../compose.ts";
import { note } from "../output.ts";
import { endProgress } from "../progress.ts";
import type { TakenIn } from "./take-in.ts";

/** What a bill is divided by. */
export interface BillInput {
  readonly bill: readonly string[];
  readonly usage: readonly string[];
  readonly config: Config;
  readonly currency: string | undefined;
  readonly asOf: number;
}

/** Publishes the reports of a bill in the ledger, and says which bases it does not hold. */
export async function takeInBill(ports: CliPorts, ledger: Ledger, input: BillInput): Promise<TakenIn> {
  let [reports, missing] = [0, 0];
  for await (const published of publishBill({ ...ports, ledger }, input)) {
    if (published.refused === undefined) reports++;
    else {
      missing++;
      endProgress();
      note(`note: ${published.period} has no report on ${published.basis} cost: ${published.refused}`);
    }
  }
  return { outcome: "complete", problem: null, counts: { reports, missing } };
}
