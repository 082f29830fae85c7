import { parsePeriod } from "@tagledger/core/costs/period";
import { badInput } from "@tagledger/core/errors";
import { type ReportRequest, type ReportResult, report } from "@tagledger/core/flows/report";
import { storedBills } from "@tagledger/core/flows/stored-bills";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import { compose } from "../compose.ts";
import { withLedger } from "../named-ledger.ts";
import { keptBills } from "./ports.ts";

/**
 * The report of a month whose bills were taken in.
 *
 * @throws bad-input where there are several months and none was chosen, or the chosen one is not there
 */
export function reportTakenIn(
  ledger: string,
  cells: string | undefined,
  request: Omit<ReportRequest, "bill">,
): Promise<ReportResult> {
  return withLedger(ledger, async (opened) => {
    const kept = await keptBills(opened, cells);
    const period = await periodOf(kept.records, request.period);
    const bills = storedBills(kept, { period, config: request.config });
    return report({ ...compose(), bills }, { ...request, period, bill: [] });
  });
}

async function periodOf(records: BillRecords, asked: string | undefined): Promise<string> {
  if (asked !== undefined) return parsePeriod(asked).name;
  const states = await records.periods();
  const there = states.filter(({ pointers }) => Object.keys(pointers).length > 0);
  const [only, ...others] = there.map(({ period }) => period);
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) throw badInput("the ledger: no bill was taken in; tagledger ingest takes one in");
  throw badInput(
    `bills of several months were taken in (${[only, ...others].join(", ")}); choose one with --period`,
  );
}
