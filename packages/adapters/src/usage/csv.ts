import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { badInput, TagledgerError } from "@tagledger/core/errors";
import type { Usage } from "@tagledger/core/ports";
import { parse } from "csv-parse/sync";
import { findUsageFiles } from "./files.ts";
import { REQUIRED, type UsageRecord, usageRow } from "./row.ts";

/**
 * Reads usage from CSV files with the columns `start,end,pool,team,metric,quantity` and, where known,
 * `project,workload,environment,experiment`.
 *
 * @example await csvUsage().read(["usage.csv"]) // [{ pool: "eks-gpu", team: "fraud-detection", ... }]
 */
export function csvUsage(): Usage {
  return {
    async read(paths) {
      const files = await findUsageFiles(paths);
      return (await Promise.all(files.map(readRows))).flat();
    },
  };
}

async function readRows(file: string): Promise<UsageRow[]> {
  const text = textOf(file, await readFile(file));
  return parseRecords(file, text).map(({ record, info, raw }) => {
    const line = info.lines - (raw.trim().split("\n").length - 1);
    return usageRow(record, `${file}:${line}`);
  });
}

function textOf(file: string, bytes: Buffer): string {
  const text = bytes.toString("utf8");
  if (text.trim() === "") throw badInput(`${file}: the file is empty`, { file });
  if (text.includes("\0")) throw badInput(`${file}:${lineOf(text, "\0")}: a NUL byte`, { file });
  if (!isUtf8(bytes)) throw badInput(`${file}:${lineOf(text, "\uFFFD")}: text that is not UTF-8`, { file });
  return text;
}

function lineOf(text: string, character: string): number {
  return text.slice(0, text.indexOf(character)).split("\n").length;
}

interface CsvRecord {
  readonly record: UsageRecord;
  /** The line at which the record ends. */
  readonly info: { readonly lines: number };
  readonly raw: string;
}

function parseRecords(file: string, text: string): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      columns: (names: string[]) => columnsOf(file, names),
      info: true,
      raw: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as CsvRecord[];
  } catch (cause) {
    if (cause instanceof TagledgerError || !(cause instanceof Error)) throw cause;
    const line = "lines" in cause ? `:${cause.lines}` : "";
    throw badInput(`${file}${line}: ${cause.message}`, { file }, cause);
  }
}

function columnsOf(file: string, names: readonly string[]): string[] {
  const columns = names.map((name) => name.toLowerCase());
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  if (missing.length === 0) return columns;
  throw badInput(`${file}:1: usage needs the columns ${REQUIRED.join(",")}; missing: ${missing.join(",")}`, {
    file,
  });
}
