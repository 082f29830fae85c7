import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { generateBill, type Spelling } from "./generate.ts";

/** A generated bill on a disk as AWS delivers a Data Export: its manifest, and the files that it lists. */
export interface GeneratedDelivery {
  readonly manifest: string;
  readonly files: readonly string[];
}

/** Writes a bill of a month as a Data Export of CUR 2.0. */
export async function deliverGenerated(
  folder: string,
  name: string,
  count: number,
  spelling: Spelling,
): Promise<GeneratedDelivery> {
  const root = join(folder, "exports", name);
  const data = join(root, "data/BILLING_PERIOD=2026-09");
  mkdirSync(data, { recursive: true });
  const files = await generateBill(data, name, count, spelling);
  return { manifest: await writeManifest(root, name, files), files };
}

/** Lists some of the files of a delivery in another manifest, as if they were a bill of their own. */
export async function someOf(
  { files }: GeneratedDelivery,
  name: string,
  share: number,
): Promise<GeneratedDelivery> {
  const some = files.slice(0, Math.max(1, Math.round(files.length * share)));
  const [first = ""] = some;
  return { manifest: await writeManifest(join(first, "../../.."), name, some), files: some };
}

async function writeManifest(root: string, name: string, files: readonly string[]): Promise<string> {
  const manifest = {
    exportArn: `arn:aws:bcm-data-exports:us-east-1:999988887777:export/${name}-0a1b2c3d`,
    executionId: name,
    columns: (await columnsOf(files[0] ?? "")).map((column) => ({ name: column })),
    dataFiles: files.map((file) => `s3://billing/${file.slice(file.lastIndexOf("exports/"))}`),
    additionalOutputFiles: [],
  };
  const path = join(root, `metadata/BILLING_PERIOD=2026-09/${name}-Manifest.json`);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, JSON.stringify(manifest));
  return path;
}

async function columnsOf(file: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const database = await instance.connect();
  const described = await database.runAndReadAll(`DESCRIBE SELECT * FROM '${file}'`);
  database.closeSync();
  instance.closeSync();
  return described.getRowObjects().map(({ column_name }) => String(column_name));
}
