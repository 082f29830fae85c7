import { open } from "node:fs/promises";

/** How a column's value is told; times are UTC milliseconds. */
export type ParquetValue<From> =
  | { readonly type: "VARCHAR"; readonly of: (from: From) => string | null }
  | { readonly type: "DOUBLE" | "TIMESTAMP"; readonly of: (from: From) => number | null }
  | {
      readonly type: "MAP(VARCHAR, VARCHAR)";
      readonly of: (from: From) => Readonly<Record<string, string>> | null;
    };

/** How something is written as one cell of text. */
export type Cell<From> = (from: From) => string;

/** The cell of a value. A null is an empty cell; text is always quoted, so that empty text is not a null. */
export function cell<From>(value: ParquetValue<From>): Cell<From> {
  switch (value.type) {
    case "VARCHAR":
      return (from) => text(value.of(from));
    case "MAP(VARCHAR, VARCHAR)":
      return (from) => text(JSON.stringify(value.of(from)));
    default:
      return (from) => String(value.of(from) ?? "");
  }
}

function text(value: string | null): string {
  return value === null ? "" : `"${value.replaceAll('"', '""')}"`;
}

/** Writes rows as lines of cells, without a header. */
export async function writeText<From>(
  path: string,
  cells: readonly Cell<From>[],
  rows: Iterable<From>,
): Promise<void> {
  const file = await open(path, "w");
  try {
    let lines = "";
    for (const row of rows) {
      lines += `${cells.map((write) => write(row)).join(",")}\n`;
      if (lines.length < 1 << 20) continue;
      await file.appendFile(lines);
      lines = "";
    }
    await file.appendFile(lines);
  } finally {
    await file.close();
  }
}
