import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import { makeInput, START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import type { Report } from "@tagledger/core/reports/report";
import { companyReport } from "./company/bill.ts";
import { hostileReport, hostileResources } from "./company/hostile.ts";
import { companyResources, type Known, storyRecords } from "./company/resources.ts";

const MONTH = 30 * 24 * 60 * 60_000;

/** A ledger with nothing in it. */
export async function emptyLedger(): Promise<Ledger> {
  return memoryLedger();
}

/** The sample company: two months, two bases of the newer one, and what was created. */
export async function companyLedger(): Promise<Ledger> {
  const ledger = await billLedger();
  await keep(ledger, companyResources(173));
  const { records, facts } = storyRecords();
  await keepStory(ledger, records, facts);
  return ledger;
}

/** Only a bill was read, and one part of it not to its end. */
export async function billLedger(): Promise<Ledger> {
  const ledger = memoryLedger();
  await publish(ledger, companyReport("2026-09", "effective", [1n, 1n]));
  await publish(ledger, companyReport("2026-09", "billed", [97n, 100n]));
  await publish(ledger, companyReport("2026-08", "effective", [91n, 100n]));
  await ledger.transact([
    { kind: "input", input: makeInput({ source: "bill/ml-showback", counts: { lines: 214_310 } }) },
  ]);
  return ledger;
}

/** Only a log was read, and not to its end. */
export async function logLedger(): Promise<Ledger> {
  const ledger = memoryLedger();
  await keep(ledger, companyResources(12));
  const problem = "AWSLogs/111122223333/2026/09/03.json.gz: the file ends in the middle of a record";
  await ledger.transact([
    { kind: "input", input: makeInput({ source: "AWSLogs", outcome: "broken", problem }) },
  ]);
  return ledger;
}

/** Names and amounts that are meant to break the page. */
export async function hostileLedger(): Promise<Ledger> {
  const ledger = memoryLedger();
  await publish(ledger, hostileReport());
  await keep(ledger, hostileResources());
  return ledger;
}

async function publish(ledger: Ledger, report: Report): Promise<void> {
  await ledger.publishReport(report, START + MONTH);
}

async function keep(ledger: Ledger, resources: readonly Known[]): Promise<void> {
  for (const { record, facts } of resources) await keepStory(ledger, [record], facts);
}

async function keepStory(
  ledger: Ledger,
  incarnations: readonly ResourceRecord[],
  facts: Known["facts"],
): Promise<void> {
  const resource = incarnations[0]?.resource ?? "";
  const { version } = await ledger.history(resource);
  await ledger.transact([
    { kind: "resource", resource, version, incarnations, accruals: [], removed: [], facts },
  ]);
}
