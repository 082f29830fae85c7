import type { PeriodState } from "@tagledger/core/bills/period-state";
import { placingRules } from "@tagledger/core/bills/placing-rules";
import type { Config } from "@tagledger/core/config/definition";
import { parsePeriod } from "@tagledger/core/costs/period";
import { badInput } from "@tagledger/core/errors";
import type { ReportRequest } from "@tagledger/core/flows/report";
import { storedBills } from "@tagledger/core/flows/stored-bills";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import { type CliPorts, compose } from "../compose.ts";
import { withLedger } from "../named-ledger.ts";
import { note } from "../output.ts";
import { keptBills } from "./ports.ts";

/** How a report is made of a bill. */
export type Divide<Result> = (ports: CliPorts, request: ReportRequest) => Promise<Result>;

/**
 * The report of a month whose bills were taken in.
 *
 * @throws bad-input where there are several months and none was chosen, or the chosen one is not there
 */
export function reportTakenIn<Result>(
  ledger: string,
  cells: string | undefined,
  request: Omit<ReportRequest, "bill">,
  divide: Divide<Result>,
): Promise<Result> {
  return withLedger(ledger, async (opened) => {
    const kept = await keptBills(opened, cells);
    const period = await periodOf(kept.records, request.period);
    heedRules(await kept.records.period(period), request.config);
    const bills = storedBills(kept, { period, config: request.config });
    return divide({ ...compose(), bills }, { ...request, period, bill: [] });
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

/**
 * What was closed is what it was; what is open may be divided by other rules than it was taken in by, and that is said.
 *
 * @throws bad-input where a closed month would be divided by other rules
 */
function heedRules({ period, closed, pointers }: PeriodState, config: Config): void {
  const placing = compose().hash.sha256(placingRules(config));
  const others = Object.entries(pointers).filter(([, { configuration }]) => configuration !== placing);
  if (others.length === 0) return;
  if (closed !== null) {
    const when = new Date(closed.at).toISOString();
    throw badInput(
      `${period} was closed on ${when} under other rules than these; report it by the configuration of then, or open it with tagledger reopen ${period} and take it in anew`,
      { period },
    );
  }
  const names = others.map(([name]) => name).join(", ");
  note(
    `note: the rules changed since ${names} ${period} was taken in; tagledger ingest brings its days up to them`,
  );
}
