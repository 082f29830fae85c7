import { parse } from "csv-parse/sync";
import type { Dataset, Row } from "./validator/checks.ts";

/** Reads FOCUS rows as whoever takes them does: an empty cell is null, an empty text in quotes is a text. */
export function readFocus(csv: string): Dataset {
  const lines: (string | null)[][] = parse(csv, {
    cast: (value, { quoting }) => (value === "" && !quoting ? null : value),
  });
  const [names = [], ...rest] = lines;
  const columns = names.map(String);
  const rows = rest.map(
    (cells): Row => Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null])),
  );
  return { columns: new Set(columns), rows };
}
