import type { Config } from "../config/definition.ts";
import { BASES, type Basis } from "../costs/charge.ts";
import { chargeNeeds } from "../costs/query.ts";
import { TagledgerError } from "../errors.ts";
import type { Bills, Hash, Ledger, Usage } from "../ports.ts";
import type { Report } from "../reports/report.ts";
import { report } from "./report.ts";

/** Which bill is published. */
export interface PublishRequest {
  readonly config: Config;
  readonly bill: readonly string[];
  readonly usage: readonly string[];
  /** Needed only where the bill holds several. */
  readonly currency?: string | undefined;
  /** The instant whose knowledge the reports hold, in epoch milliseconds. */
  readonly asOf: number;
}

/** What became of one period on one basis. */
export type Published =
  | { readonly report: Report; readonly refused?: never }
  /** A basis that this bill does not hold. */
  | { readonly period: string; readonly basis: Basis; readonly refused: string };

/**
 * Divides a bill and publishes the report of each of its periods on each basis that it holds.
 *
 * @throws bad-input when bill or usage cannot be read, or it holds no effective cost
 */
export async function* publishBill(
  ports: { readonly bills: Bills; readonly usage: Usage; readonly hash: Hash; readonly ledger: Ledger },
  { asOf, ...request }: PublishRequest,
): AsyncGenerator<Published> {
  for (const period of await periodsOf(ports.bills, request)) {
    for (const basis of BASES) {
      try {
        const { report: made } = await report(ports, {
          ...request,
          period,
          basis,
          groupBy: ["team"],
          where: {},
        });
        await ports.ledger.publishReport(made, asOf);
        yield { report: made };
      } catch (error) {
        // The other bases stand for themselves: a bill may say nothing of list prices.
        if (basis === "effective" || !(error instanceof TagledgerError) || error.code !== "bad-input")
          throw error;
        yield { period, basis, refused: error.message };
      }
    }
  }
}

async function periodsOf(bills: Bills, { bill, config }: Omit<PublishRequest, "asOf">): Promise<string[]> {
  const opened = await bills.open(bill, { basis: "effective", needs: chargeNeeds(config) });
  try {
    return [...new Set(opened.contents.map(({ period }) => period))].sort();
  } finally {
    await opened.close();
  }
}
