import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { filesUsage } from "@tagledger/adapters/usage/files/source";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import { loadConfig } from "@tagledger/core/config/load";
import type { Basis } from "@tagledger/core/costs/charge";
import { allocate } from "@tagledger/core/flows/allocate";
import type { Allocated } from "@tagledger/core/flows/allocate/request";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverCur2 } from "../bills/deliver.ts";
import { Faults } from "../bills/faults.ts";
import type { Laptop } from "../ingest/laptop.ts";

/** Rules with pools that usage divides. */
export const SHARING = `${RULES}  - { name: gpu, match: { service: sagemaker }, includeTagged: true, method: usage, metric: { gpu-hours: 1 }, onMissingUsage: previous }
  - { name: machines, match: { service: ec2 }, includeTagged: true, method: usage, metric: { cpu-core-hours: 1 } }
`;
/** After the month has ended. */
export const NOW = Date.UTC(2026, 9, 3);
const [DAY, AT] = [86_400_000, Date.UTC(2026, 8, 2)];

/** How something is divided. */
export interface AllocateOptions {
  readonly rules?: string;
  readonly period?: string;
  readonly sources?: readonly UsageSource[];
  readonly bases?: readonly Basis[];
  readonly withoutFailed?: boolean;
  readonly faults?: Faults;
  readonly now?: number;
  /** What people are to know is put here. */
  readonly notes?: string[];
}

/** Divides what a laptop took in. */
export async function divideOn(
  { ports, snapshots, folder }: Laptop,
  { rules = SHARING, period = PERIOD, bases, withoutFailed, now = NOW, ...given }: AllocateOptions = {},
): Promise<Allocated[]> {
  const { faults = new Faults(), sources = [handedIn(folder)], notes = [] } = given;
  const { records, cells, engine, hash } = ports;
  const watched = {
    records: faults.watch(records),
    cells: faults.watch(cells),
    engine: faults.watch(engine),
    snapshots: faults.watch(snapshots),
    sources: sources.map((source) => faults.watch(source)),
    hash,
    clock: () => now,
    note: (message: string) => void notes.push(message),
  };
  const { config } = loadConfig(rules, "tagledger.yaml");
  const request = {
    period,
    config,
    configuration: nodeHash.sha256(canonicalConfig(config)),
    bases,
    withoutFailed,
  };
  const all: Allocated[] = [];
  for await (const each of allocate(watched, request)) all.push(each);
  return all;
}

/** Delivers a version of the month's bill: the seed tells how it was restated. */
export function deliver(folder: string, seed: number, count = 300): Promise<string> {
  return deliverCur2(folder, makeCharges(count, seed), { run: `run-${seed}`, at: AT + seed * DAY });
}

/** Hands in usage for a laptop: rows of pool, team, metric and quantity, over the month or what is given. */
export function handIn(folder: string, rows: readonly string[], span = "2026-09-01,2026-10-01"): void {
  const lines = rows.map((row) => (/^\d{4}-/.test(row) ? row : `${span},${row}`));
  const header = "start,end,pool,team,metric,quantity";
  writeFileSync(join(folder, "usage.csv"), `${[header, ...lines].join("\n")}\n`);
}

/** The usage that was handed in. */
export function handedIn(folder: string): UsageSource {
  const source = { kind: "csv", path: "usage.csv" } as const;
  return filesUsage({ source, pools: ["gpu", "machines"], base: folder });
}

/** What every team, or nobody, comes to. */
export function totalsOf({ report }: Snapshot): ReadonlyMap<string | null, bigint> {
  const { unallocated, excluded } = report.totals;
  const totals = new Map<string | null, bigint>([[null, unallocated + excluded]]);
  for (const { leaf, direct, shared } of report.leaves)
    totals.set(leaf.team, (totals.get(leaf.team) ?? 0n) + direct + shared);
  return totals;
}

/** The snapshot that a division gave. */
export function snapshotOf(allocated: readonly Allocated[], basis: Basis = "effective"): Snapshot {
  const snapshot = allocated.find((each) => each.basis === basis)?.snapshot;
  if (snapshot === null || snapshot === undefined) throw new Error(`there is no snapshot of ${basis} cost`);
  return snapshot;
}
