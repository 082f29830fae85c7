import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type ParquetColumn, writeParquet } from "@tagledger/adapters/duckdb/parquet";
import { periodAt } from "@tagledger/core/costs/period";
import type { TestCharge } from "./charge.ts";
import { PERIOD } from "./charge.ts";
import { cur2Table, focusTable, legacyTable, type Table } from "./table.ts";

/** How a bill is delivered. */
export interface DeliverOptions {
  readonly parts?: number;
  /** The id of this run; another for every restatement. */
  readonly run?: string;
  /** Epoch milliseconds. */
  readonly at?: number;
}

/** A way in which AWS delivers bills: writes one to a folder and gives the path of its manifest. */
export type Deliver = (
  folder: string,
  charges: readonly TestCharge[],
  options?: DeliverOptions,
) => Promise<string>;

const AT = Date.UTC(2026, 9, 2);

/** A legacy Cost and Usage Report in gzipped CSV. */
export const deliverLegacy: Deliver = async (folder, charges, { parts = 2, run = "run-1", at = AT } = {}) => {
  const range = "20260901-20261001";
  const keys: string[] = [];
  for (const [index, some] of portions(charges, parts).entries()) {
    const key = `cur/ml/${range}/${run}/ml-${index + 1}.csv.gz`;
    put(join(folder, key), gzipSync(csv(legacyTable(some))), at);
    keys.push(key);
  }
  const manifest = {
    assemblyId: run,
    account: "999988887777",
    bucket: "billing",
    reportName: "ml",
    reportKeys: keys,
    billingPeriod: { start: "20260901T000000.000Z", end: "20261001T000000.000Z" },
  };
  const path = join(folder, `cur/ml/${range}/ml-Manifest.json`);
  put(path, JSON.stringify(manifest), at);
  return path;
};

/** A Data Export of CUR 2.0 in Parquet. */
export const deliverCur2: Deliver = (folder, charges, options) =>
  dataExport("cur2", cur2Table, folder, charges, options);

/** A Data Export of FOCUS in Parquet. */
export const deliverFocus: Deliver = (folder, charges, options) =>
  dataExport("focus", focusTable, folder, charges, options);

async function dataExport(
  name: string,
  tableOf: (charges: readonly TestCharge[]) => Table,
  folder: string,
  charges: readonly TestCharge[],
  { parts = 2, run = "run-1", at = AT }: DeliverOptions = {},
): Promise<string> {
  const root = join(folder, `exports/${name}`);
  const [first] = charges;
  const period = first === undefined ? PERIOD : periodAt(first.start).name;
  const dataFiles: string[] = [];
  for (const [index, some] of portions(charges, parts).entries()) {
    const file = `data/BILLING_PERIOD=${period}/${name}-${String(index + 1).padStart(5, "0")}.snappy.parquet`;
    await parquet(join(root, file), tableOf(some), at);
    dataFiles.push(`s3://billing/exports/${name}/${file}`);
  }
  const manifest = {
    exportArn: `arn:aws:bcm-data-exports:us-east-1:999988887777:export/${name}-0a1b2c3d`,
    executionId: run,
    columns: tableOf([]).columns.map((column) => ({ name: column })),
    dataFiles,
    additionalOutputFiles: [],
  };
  const path = join(root, `metadata/BILLING_PERIOD=${period}/${name}-Manifest.json`);
  put(path, JSON.stringify(manifest), at);
  return path;
}

function portions<T>(all: readonly T[], parts: number): T[][] {
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size));
}

function csv({ columns, rows }: Table): string {
  const line = (cells: readonly unknown[]) =>
    cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",");
  return `${[columns, ...rows].map(line).join("\n")}\n`;
}

async function parquet(path: string, { columns, rows }: Table, at: number): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const part = {};
  await writeParquet<Row, object>(path, { columns: columns.map(columnAt), rows, part: () => part });
  utimesSync(path, at / 1000, at / 1000);
}

type Row = Table["rows"][number];

/** Amounts are doubles and times are times, as AWS writes them. */
function columnAt(name: string, index: number): ParquetColumn<Row, object> {
  const text = (row: Row) => String(row[index]);
  if (/_tags$|^Tags$/.test(name)) {
    const of = (row: Row) => row[index] as Readonly<Record<string, string>>;
    return { name, per: "row", type: "MAP(VARCHAR, VARCHAR)", of };
  }
  if (/cost$/i.test(name)) {
    return { name, per: "row", type: "DOUBLE", of: (row) => (text(row) === "" ? null : Number(text(row))) };
  }
  if (/_date$|Period(Start|End)$/.test(name)) {
    return { name, per: "row", type: "TIMESTAMP", of: (row) => Date.parse(text(row)) };
  }
  return { name, per: "row", type: "VARCHAR", of: text };
}

function put(path: string, content: string | Buffer, at: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  utimesSync(path, at / 1000, at / 1000);
}
