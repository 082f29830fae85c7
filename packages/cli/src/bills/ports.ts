import { cellsAt, deliveriesAt, fetcherFor } from "@tagledger/adapters/deliveries/by-scheme";
import { diskFetcher } from "@tagledger/adapters/deliveries/disk-fetcher";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import type { IngestPorts } from "@tagledger/core/flows/ingest/request";
import type { Bills } from "@tagledger/core/ports";
import type { BillEngine, BillRecords, CellStore } from "@tagledger/core/ports/ingestion";
import { compose } from "../compose.ts";
import type { OpenLedger } from "../named-ledger.ts";
import { note } from "../output.ts";
import { endProgress, showProgress } from "../progress.ts";
import { cellsPlace } from "./cells-option.ts";

/** What bills that were taken in are read with. */
export interface KeptBills {
  readonly records: BillRecords;
  readonly cells: CellStore;
  readonly engine: BillEngine;
}

const TELL = {
  progress: showProgress,
  note(message: string) {
    endProgress();
    note(`note: ${message}`);
  },
};

/** By what bills are read that were taken in. */
export async function keptBills(
  { bills, place }: Pick<OpenLedger, "bills" | "place">,
  cells: string | undefined,
): Promise<KeptBills> {
  return {
    records: bills,
    cells: cellsAt(cellsPlace(cells, place)),
    engine: duckdbEngine({ fetcher: diskFetcher(), tell: TELL }),
  };
}

/** Where bills are taken in. */
export interface IngestPlaces {
  readonly cells: string | undefined;
  /** Where what a run leaves that breaks off is for the next one; null to leave nothing. */
  readonly folder: string | null;
}

/** By what the bills at a place are taken in: a path, or `s3://…`. */
export async function ingestPorts(
  place: string,
  opened: Pick<OpenLedger, "bills" | "ledger" | "place">,
  { cells, folder }: IngestPlaces,
): Promise<IngestPorts> {
  const { bills, hash, costAllocationTags } = compose();
  const working = { tell: TELL, ...(folder !== null && { folder }) };
  const common = {
    cells: cellsAt(cellsPlace(cells, opened.place)),
    records: opened.bills,
    ledger: opened.ledger,
    hash,
  };
  const deliveries = await deliveriesAt(place, { periodsOf: (paths) => periodsOf(bills, paths) });
  const engine = duckdbEngine({ fetcher: fetcherFor(), ...working });
  const ingest = { ...common, deliveries, engine };
  return place.startsWith("s3://") ? { ...ingest, costAllocationTags: await costAllocationTags() } : ingest;
}

/** The billing periods that a bill holds which no manifest lists. */
export async function periodsOf(bills: Bills, paths: readonly string[]): Promise<readonly string[]> {
  const bill = await bills.open(paths, {
    basis: "billed",
    needs: { facts: new Set(), tagKeys: [], instants: [] },
  });
  try {
    return [...new Set(bill.contents.map(({ period }) => period))].sort();
  } finally {
    await bill.close();
  }
}
