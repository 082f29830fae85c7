import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeParquet } from "@tagledger/adapters/duckdb/parquet";
import { billBefore } from "./before/bill.ts";
import { companyBefore } from "./before/company.ts";
import { BEFORE } from "./before/month.ts";
import { usageBefore } from "./before/usage.ts";
import { createBill } from "./bill.ts";
import { COLUMNS } from "./columns.ts";
import { createCompany } from "./company.ts";
import { createConfig } from "./config.ts";
import { fillFolder, MARKER, SAMPLE } from "./folder.ts";
import type { Line } from "./line.ts";
import { createManifest, manifestPath, partPath } from "./manifest.ts";
import { MONTH, type Month } from "./month.ts";
import { createRandom, type Random } from "./random.ts";
import { createReadme } from "./readme.ts";
import { writeFiles } from "./trail/layout.ts";
import { createTrail } from "./trail/trail.ts";
import { toCsv } from "./usage/row.ts";
import { createUsage } from "./usage.ts";

/** Where the parts of a sample are. */
export interface SampleFiles {
  readonly directory: string;
  readonly bill: string;
  readonly usage: string;
  /** The folder of the audit log. */
  readonly trail: string;
  readonly config: string;
  readonly readme: string;
  readonly period: string;
  readonly lines: number;
  /** How many records the audit log holds. */
  readonly events: number;
}

/** What may be chosen about a sample. */
export interface SampleOptions {
  /** The same seed gives the same sample; 1 by default. */
  readonly seed?: number;
}

const PARTS = 2;

/** Writes the sample company's bill, usage, audit log and configuration to a folder, completely or not at all. */
export async function writeSample(directory: string, options: SampleOptions = {}): Promise<SampleFiles> {
  const { seed = 1 } = options;
  const random = createRandom(String(seed));
  const company = createCompany(random.fork("company"));
  const lines = createBill(company, random.fork("bill"));
  const log = createTrail(company, random.fork("trail"));
  const events = log.reduce((sum, { records }) => sum + records.length, 0);
  const made = await fillFolder(directory, async (folder) => {
    await writeBill(join(folder, "bill"), lines, { month: MONTH, random: random.fork("manifest") });
    await write(join(folder, "usage.csv"), toCsv(createUsage(company, random.fork("usage"))));
    const before = await writeBefore(join(folder, "before"), random);
    await writeFiles(join(folder, "trail"), log);
    await write(join(folder, "tagledger.yaml"), createConfig());
    await write(join(folder, "README.md"), createReadme({ lines: lines.length, before, events }));
    await write(join(folder, MARKER), `${JSON.stringify({ sample: SAMPLE, seed, period: MONTH.period })}\n`);
  });
  return {
    directory: made,
    bill: join(made, "bill"),
    usage: join(made, "usage.csv"),
    trail: join(made, "trail"),
    config: join(made, "tagledger.yaml"),
    readme: join(made, "README.md"),
    period: MONTH.period,
    lines: lines.length,
    events,
  };
}

/** Writes bill and usage of the month before, and says of how many lines the bill is. */
async function writeBefore(folder: string, random: Random): Promise<number> {
  const own = random.fork("before");
  const company = companyBefore(own);
  const lines = billBefore(company, own.fork("bill"));
  await writeBill(join(folder, "bill"), lines, { month: BEFORE, random: random.fork("manifest") });
  await write(join(folder, "usage.csv"), toCsv(usageBefore(company, own.fork("usage"))));
  return lines.length;
}

async function writeBill(
  folder: string,
  lines: readonly Line[],
  { month, random }: { readonly month: Month; readonly random: Random },
): Promise<void> {
  const size = Math.ceil(lines.length / PARTS);
  for (let part = 0; part < PARTS; part++) {
    const path = join(folder, partPath(month, part + 1));
    await mkdir(dirname(path), { recursive: true });
    const rows = lines.slice(part * size, (part + 1) * size);
    await writeParquet(path, { columns: COLUMNS, rows, part: ({ item }: Line) => item });
  }
  await write(join(folder, manifestPath(month)), createManifest(random, month, PARTS));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
