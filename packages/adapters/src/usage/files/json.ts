import { suggest } from "@tagledger/core/config/suggestion";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { badInput } from "@tagledger/core/errors";
import { ObjectSplitter } from "../../trail/split.ts";
import { COLUMNS, type UsageRecord, usageRow } from "./row.ts";

/** Every number as it is written: as a float it could lose digits. */
const parseExactly = JSON.parse as (
  text: string,
  revive: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

/** A number as it is written. */
class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Reads usage from JSON: a list of objects, or objects one after another, with the names of the CSV's columns.
 *
 * @throws bad-input naming file and line where a row cannot be read
 * @example jsonRows("usage.json", '[{"start":"2026-09-01", …, "quantity":1.5}]') // [{ pool: "eks-gpu", … }]
 */
export function jsonRows(file: string, text: string): UsageRow[] {
  const splitter = new ObjectSplitter("rows of usage");
  const rows: UsageRow[] = [];
  for (const found of splitter.push(Buffer.from(text))) {
    const place = `${file}:${found.line}`;
    if ("problem" in found) throw badInput(`${place}: ${found.problem}`, { place });
    rows.push(usageRow(recordOf(found.text, place), place));
  }
  const end = splitter.end();
  if (end !== undefined) throw badInput(`${file}:${end.line}: ${end.problem}`, { file });
  return rows;
}

function recordOf(text: string, place: string): UsageRecord {
  const record: Record<string, string> = {};
  const found = objectIn(text, place);
  refuseRepeated(text, place);
  for (const [key, value] of Object.entries(found)) {
    const column = COLUMNS.find((each) => each === key.toLowerCase());
    if (column === undefined)
      throw badInput(`${place}: a row of usage has no "${key}"${suggest(key, COLUMNS)}`, { place, key });
    if (value === null) continue;
    if (typeof value === "string") record[column] = value.trim();
    else if (value instanceof Written && column === "quantity") record[column] = value.text;
    else {
      const expected = column === "quantity" ? "a number or a text" : "a text";
      throw badInput(`${place}: the ${column} is no text that can be read: expected ${expected}`, {
        place,
        column,
      });
    }
  }
  return record;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** Of a key that is there twice a parser keeps the last: which was meant nobody can tell. */
function refuseRepeated(text: string, place: string): void {
  const keys = new Set<string>();
  let depth = 0;
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else if (token === ":" && depth === 1) {
      const key = String(JSON.parse(last)).toLowerCase();
      if (keys.has(key)) throw badInput(`${place}: "${key}" is there twice`, { place, key });
      keys.add(key);
    }
    last = token;
  }
}

function objectIn(text: string, place: string): object {
  try {
    const parsed = parseExactly(text, (_, value, { source }) =>
      typeof value === "number" && source !== undefined ? new Written(source) : value,
    );
    if (typeof parsed === "object" && parsed !== null) return parsed;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw badInput(`${place}: this is not JSON (${why})`, { place }, cause);
  }
  throw badInput(`${place}: this is no row of usage`, { place });
}
