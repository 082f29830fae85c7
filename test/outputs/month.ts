import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderCells } from "@tagledger/adapters/cells/folder";
import { diskDeliveries } from "@tagledger/adapters/deliveries/disk";
import { diskFetcher } from "@tagledger/adapters/deliveries/disk-fetcher";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import type { Stores } from "@tagledger/adapters/ledger/stores";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { openSqliteStores } from "@tagledger/adapters/sqlite/ledger";
import { filesUsage } from "@tagledger/adapters/usage/files/source";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import type { Config } from "@tagledger/core/config/definition";
import { loadConfig } from "@tagledger/core/config/load";
import { allocate } from "@tagledger/core/flows/allocate";
import { ingest } from "@tagledger/core/flows/ingest";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";

/** One line of a bill. */
export interface BillLine {
  readonly service: string;
  readonly category: "Usage" | "Tax" | "Credit";
  /** 1 to 30. */
  readonly day: number;
  readonly effective: string;
  readonly billed: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** How much somebody used of the cluster. */
export interface UseLine {
  readonly team: string;
  readonly hours: string;
}

/** A month that was taken in and divided. */
export interface Month {
  readonly stores: Stores;
  readonly config: Config;
  readonly snapshot: Snapshot;
  close(): Promise<void>;
}

export const PERIOD = "2026-09";
/** After the month has ended. */
export const NOW = Date.UTC(2026, 9, 5, 6);

/** Every value is a team; one pool by use, one for all, one in proportion to the rest, and one out of scope. */
const RULES = `version: 1
scope: { services: ["Amazon*", "=Support"] }
policies: { tax: follow, credit: follow }
pools:
  - { name: "=cluster", match: { service: AmazonEKS }, method: usage, metric: { gpu-hours: 1 }, idle: separate }
  - { name: "registry, all", match: { service: AmazonECR }, method: even }
  - { name: "<b>support</b>", match: { service: "=Support" }, method: proportional, order: last }
notify: { email: { from: finops@example.com }, fallback: { email: [platform@example.com] } }
`;

/** Takes in a bill and usage on a disk and divides them, as the deployed functions do. */
export async function divideMonth(
  place: string,
  lines: readonly BillLine[],
  use: readonly UseLine[],
): Promise<Month> {
  const folder = mkdtempSync(join(place, "month-"));
  const bill = join(folder, "bill.csv");
  writeFileSync(bill, billCsv(lines));
  writeFileSync(join(folder, "usage.csv"), usageCsv(use));
  const stores = await openSqliteStores(join(folder, "ledger.sqlite"));
  const { config } = loadConfig(RULES, "tagledger.yaml");
  const rules = { config, configuration: nodeHash.sha256(canonicalConfig(config)) };
  const stored = {
    cells: folderCells(join(folder, "cells")),
    records: stores.bills,
    engine: duckdbEngine({ fetcher: diskFetcher(), tell: { progress: () => {}, note: () => {} } }),
    hash: nodeHash,
  };
  const taking = { ...stored, deliveries: diskDeliveries({ periodsOf: async () => [PERIOD] }) };
  for await (const taken of ingest(taking, { ...rules, place: bill, clock: () => NOW }))
    if (taken.outcome !== "published") throw new Error(`the bill was ${taken.outcome}: ${taken.reason}`);
  const source = { kind: "csv", path: "usage.csv" } as const;
  const sources = [filesUsage({ source, pools: ["=cluster"], base: folder })];
  const dividing = { ...stored, snapshots: stores.snapshots, sources, clock: () => NOW };
  let snapshot: Snapshot | null = null;
  for await (const made of allocate(dividing, { ...rules, period: PERIOD }))
    if (made.basis === "effective") snapshot = made.snapshot;
  if (snapshot === null) throw new Error("nothing was divided");
  return { stores, config, snapshot, close: () => stores.ledger.close() };
}

const HEADER =
  "BillingPeriodStart,ChargePeriodStart,BillingAccountId,SubAccountId,ServiceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,Tags";

function billCsv(lines: readonly BillLine[]): string {
  const rows = lines.map(({ service, category, day, effective, billed, tags }) => {
    const start = new Date(Date.UTC(2026, 8, day)).toISOString();
    const about = ["2026-09-01T00:00:00Z", start, "999988887777", "111122223333", service, category, "USD"];
    return [...about, billed, effective, JSON.stringify(tags)].map(cell).join(",");
  });
  return [HEADER, ...rows, ""].join("\n");
}

function usageCsv(use: readonly UseLine[]): string {
  const rows = use.map(({ team, hours }) =>
    ["2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z", "=cluster", team, "gpu-hours", hours]
      .map(cell)
      .join(","),
  );
  return ["start,end,pool,team,metric,quantity", ...rows, ""].join("\n");
}

function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
