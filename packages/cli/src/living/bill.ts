import { canonicalConfig } from "@tagledger/core/config/canonical";
import { BASES } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import { allocate } from "@tagledger/core/flows/allocate";
import type { Allocated } from "@tagledger/core/flows/allocate/request";
import { ingest } from "@tagledger/core/flows/ingest";
import type { Ingested } from "@tagledger/core/flows/ingest/request";
import { ingestPorts, keptBills } from "../bills/ports.ts";
import type { CliPorts } from "../compose.ts";
import type { OpenLedger } from "../named-ledger.ts";
import { note } from "../output.ts";
import { endProgress, showProgress } from "../progress.ts";
import { deliveredIn } from "./delivered.ts";
import type { Sources } from "./sources.ts";
import type { TakenIn } from "./take-in.ts";
import { usageOf } from "./usage.ts";

/** Where a bill is taken in. */
export type Books = Omit<OpenLedger, "config" | "prices">;

/** What is taken in and divided. */
export interface BillInput extends Omit<Sources, "trail" | "ledger"> {
  /** Whether what was read before is read once more, as where the log tells more by now. */
  readonly again: boolean;
}

/**
 * Takes in a bill and divides its months into snapshots, by the flows that are deployed. The published reports are those
 * that the snapshots hold.
 *
 * @throws bad-input where a bill is refused or cannot be divided
 */
export async function takeInBill(ports: CliPorts, books: Books, input: BillInput): Promise<TakenIn> {
  const months = await takeInMonths(ports, books, input);
  const { config } = input;
  const dividing = {
    ...(await keptBills(books, undefined)),
    snapshots: books.snapshots,
    sources: await usageOf(ports, books, input),
    hash: ports.hash,
    clock: Date.now,
    progress: showProgress,
    note: noteBetween,
  };
  const rules = { config, configuration: ports.hash.sha256(canonicalConfig(config)) };
  let snapshots = 0;
  for (const period of months) {
    const made: Allocated[] = [];
    for await (const allocated of allocate(dividing, { ...rules, period })) made.push(allocated);
    endProgress();
    for (const { snapshot } of made) {
      if (snapshot === null) continue;
      snapshots++;
      await books.ledger.publishReport(snapshot.report, Date.now());
    }
    tell(period, made);
  }
  return { outcome: "complete", problem: null, counts: { months: months.length, snapshots } };
}

/** The months of a bill, once it is taken in. */
async function takeInMonths(
  ports: CliPorts,
  books: Books,
  { bill, config, again }: BillInput,
): Promise<readonly string[]> {
  const place = bill.join(", ");
  const taking = {
    ...(await ingestPorts(place, books, { cells: undefined, folder: null })),
    deliveries: deliveredIn(bill, ports),
  };
  const configuration = ports.hash.sha256(canonicalConfig(config));
  const months = new Set<string>();
  for await (const taken of ingest(taking, { place, config, configuration, clock: Date.now, again })) {
    endProgress();
    refuseUnread(taken);
    months.add(taken.delivery.period);
  }
  return [...months].sort();
}

/** Whoever names a bill is to see that one, and not what was read before. */
function refuseUnread({ outcome, reason, delivery: { export: name, period } }: Ingested): void {
  if (outcome === "refused") throw badInput(`${name} ${period}: ${reason}`);
  if (outcome === "late")
    throw badInput(`${name} ${period}: ${reason}; --fresh starts over with an empty ledger`);
  if (outcome === "held") note(`note: ${name} ${period} stays as it is: ${reason}`);
}

function tell(period: string, made: readonly Allocated[]): void {
  const missing = BASES.filter((basis) => !made.some((each) => each.basis === basis));
  for (const basis of missing) note(`note: ${period} has no report on ${basis} cost: its bill holds none`);
  for (const { basis, reason } of made)
    if (reason !== null) note(`note: ${period} ${basis} stays as it is: ${reason}`);
}

/** A note stands on its own line, not at the end of the passing one. */
function noteBetween(message: string): void {
  endProgress();
  note(`note: ${message}`);
}
