import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { badInput, TagledgerError } from "@tagledger/core/errors";
import { parse } from "csv-parse/sync";
import { REQUIRED, type UsageRecord, usageRow } from "./row.ts";

/**
 * Reads usage from CSV with the columns `start,end,pool,team,metric,quantity` and, where known,
 * `project,workload,environment,experiment`.
 *
 * @throws bad-input naming file and line where a row cannot be read
 */
export function csvRows(file: string, text: string): UsageRow[] {
  return parseRecords(file, text).map(({ record, info, raw }) => {
    const line = info.lines - (raw.trim().split("\n").length - 1);
    return usageRow(record, `${file}:${line}`);
  });
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
