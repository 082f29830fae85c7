import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderCells } from "@tagledger/adapters/cells/folder";
import { diskDeliveries } from "@tagledger/adapters/deliveries/disk";
import { diskFetcher } from "@tagledger/adapters/deliveries/disk-fetcher";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { openSqliteStores } from "@tagledger/adapters/sqlite/ledger";
import type { HolderMonth } from "@tagledger/core/bills/day";
import { loadConfig } from "@tagledger/core/config/load";
import { ingest } from "@tagledger/core/flows/ingest";
import type { Ingested, IngestPorts } from "@tagledger/core/flows/ingest/request";
import type { Ledger } from "@tagledger/core/ports";
import type { SnapshotRecords } from "@tagledger/core/ports/snapshots";
import type { UploadRecords } from "@tagledger/core/ports/uploads";
import { afterAll, afterEach } from "vitest";
import { PERIOD } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { Faults } from "../bills/faults.ts";

/** A laptop with a ledger, cells and a disk on which bills are delivered. */
export interface Laptop {
  readonly folder: string;
  readonly ports: IngestPorts;
  readonly ledger: Ledger;
  readonly snapshots: SnapshotRecords;
  readonly uploads: UploadRecords;
  /** Takes in what was delivered at a place. */
  take(place: string, options?: TakeOptions): Promise<Ingested[]>;
  /** All that is read of the month. */
  read(): Promise<HolderMonth[]>;
  close(): Promise<void>;
}

/** How something is taken in. */
export interface TakeOptions {
  readonly rules?: string;
  readonly insteadOf?: string;
  readonly as?: string;
  readonly again?: boolean;
  readonly faults?: Faults;
  readonly now?: number;
}

/** Opens a laptop in a folder. */
export async function openLaptop(folder: string): Promise<Laptop> {
  const { ledger, bills, snapshots, uploads } = await openSqliteStores(join(folder, "ledger.sqlite"));
  const ports: IngestPorts = {
    deliveries: diskDeliveries({ periodsOf: async () => [PERIOD] }),
    engine: duckdbEngine({ fetcher: diskFetcher() }),
    cells: folderCells(join(folder, "cells")),
    records: bills,
    hash: nodeHash,
  };
  return {
    folder,
    ports,
    ledger,
    snapshots,
    uploads,
    async take(
      place,
      { rules = RULES, insteadOf, as, again, faults = new Faults(), now = Date.UTC(2026, 9, 3) } = {},
    ) {
      const { config } = loadConfig(rules, "tagledger.yaml");
      const { deliveries, engine, cells, records, hash } = ports;
      const watched = {
        deliveries: faults.watch(deliveries),
        engine: faults.watch(engine),
        cells: faults.watch(cells),
        records: faults.watch(records),
        hash,
      };
      const request = {
        place,
        config,
        configuration: nodeHash.sha256(rules),
        clock: () => now,
        insteadOf,
        as,
        again,
      };
      const all: Ingested[] = [];
      for await (const each of ingest(watched, request)) all.push(each);
      return all;
    },
    async read() {
      const holders = await bills.holders(PERIOD);
      const months = await Promise.all(holders.map((holder) => bills.month(holder, PERIOD)));
      return months.filter(({ days }) => days.length > 0);
    },
    close: () => ledger.close(),
  };
}

/** Makes folders for laptops, and removes them in the end. */
function makeFolders() {
  const root = mkdtempSync(join(tmpdir(), "tagledger-ingest-"));
  let count = 0;
  return {
    /** An empty folder, or a copy of another. */
    make(from?: string): string {
      const folder = mkdtempSync(join(root, `${count++}-`));
      if (from !== undefined) cpSync(from, folder, { recursive: true });
      return folder;
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}

/** Makes laptops in folders of their own, and closes them after each test. */
export function makeLaptops() {
  const folders = makeFolders();
  const open: Laptop[] = [];
  afterEach(async () => {
    for (const laptop of open.splice(0)) await laptop.close();
  });
  afterAll(() => folders.remove());
  return {
    folders,
    /** A new one, or a copy of what lies in a folder. */
    async newLaptop(from?: string): Promise<Laptop> {
      const laptop = await openLaptop(folders.make(from));
      open.push(laptop);
      return laptop;
    },
  };
}

/** What all days come to together. */
export function totalOf(months: readonly HolderMonth[], basis: "effective" | "billed" = "effective"): bigint {
  return months.flatMap(({ days }) => days).reduce((sum, { totals }) => sum + (totals[basis] ?? 0n), 0n);
}
