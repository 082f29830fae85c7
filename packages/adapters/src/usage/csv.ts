import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseAmount } from "@tagledger/core/costs/money";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { badInput, TagledgerError } from "@tagledger/core/errors";
import type { Usage } from "@tagledger/core/ports";
import { parse } from "csv-parse/sync";

const REQUIRED = ["start", "end", "pool", "team", "metric", "quantity"] as const;
const OPTIONAL = ["project", "workload", "environment", "experiment"] as const;

type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];
type UsageRecord = Readonly<Partial<Record<Column, string>>>;

/**
 * Reads usage from CSV files with the columns `start,end,pool,team,metric,quantity` and, where known,
 * `project,workload,environment,experiment`.
 *
 * @example await csvUsage().read(["usage.csv"]) // [{ pool: "eks-gpu", team: "fraud-detection", ... }]
 */
export function csvUsage(): Usage {
  return {
    async read(paths) {
      const files = (await Promise.all(paths.map(filesOf))).flat();
      const rows = await Promise.all([...new Set(files)].map(readFileRows));
      return rows.flat();
    },
  };
}

async function filesOf(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
  } catch (cause) {
    throw badInput(`${path}: there is no such file or folder`, { file: path }, cause);
  }
  const names = (await readdir(path)).filter((name) => /\.csv$/i.test(name)).sort();
  if (names.length === 0) throw badInput(`${path}: no usage here (no CSV file)`, { folder: path });
  return names.map((name) => join(path, name));
}

async function readFileRows(file: string): Promise<UsageRow[]> {
  const text = await readFile(file, "utf8");
  if (text.trim() === "") throw badInput(`${file}: the file is empty`, { file });
  if (text.includes("\u0000"))
    throw badInput(`${file}: line ${lineAt(text, text.indexOf("\u0000"))}: a NUL byte`, { file });
  const records = parseRecords(file, text);
  return records.map(({ record, info }) => rowOf(record, `${file}:${info.lines}`));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function parseRecords(file: string, text: string): { record: UsageRecord; info: { lines: number } }[] {
  try {
    return parse(text, {
      bom: true,
      columns: (names: string[]) => columnsOf(file, names),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: UsageRecord; info: { lines: number } }[];
  } catch (cause) {
    if (cause instanceof TagledgerError || !(cause instanceof Error)) throw cause;
    const line = "lines" in cause ? `:${cause.lines}` : "";
    throw badInput(`${file}${line}: ${cause.message}`, { file }, cause);
  }
}

function columnsOf(file: string, names: readonly string[]): string[] {
  const columns = names.map((name) => name.toLowerCase());
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw badInput(
      `${file}:1: usage needs the columns ${REQUIRED.join(",")}; missing: ${missing.join(",")}`,
      { file },
    );
  }
  return columns;
}

function rowOf(record: UsageRecord, place: string): UsageRow {
  const optional = (column: Column) => record[column] || null;
  return {
    start: instantOf(record.start ?? "", "start", place),
    end: instantOf(record.end ?? "", "end", place),
    pool: required(record, "pool", place),
    team: required(record, "team", place),
    metric: required(record, "metric", place),
    quantity: quantityOf(record.quantity ?? "", place),
    project: optional("project"),
    workload: optional("workload"),
    environment: optional("environment"),
    experiment: optional("experiment"),
    place,
  };
}

function required(record: UsageRecord, column: Column, place: string): string {
  const value = record[column] ?? "";
  if (value === "") throw badInput(`${place}: the ${column} is empty`, { place, column });
  return value;
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function instantOf(text: string, column: Column, place: string): number {
  const match = ISO.exec(text);
  const inUtc = text.includes(":") && match?.[1] === undefined ? `${text}Z` : text;
  const instant = match === null || !isInCalendar(text) ? Number.NaN : Date.parse(inUtc.replace(" ", "T"));
  if (Number.isNaN(instant)) {
    throw badInput(`${place}: the ${column} "${text}" is not a time such as 2026-09-01T00:00:00Z`, {
      place,
      column,
    });
  }
  return instant;
}

/** Dates that do not exist would roll over: 30 February into March. */
function isInCalendar(text: string): boolean {
  const midnight = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text.slice(0, 10));
}

function quantityOf(text: string, place: string): bigint {
  try {
    return parseAmount(text);
  } catch (cause) {
    throw badInput(`${place}: the quantity ${cause instanceof Error ? cause.message : ""}`, { place }, cause);
  }
}
