import { clip, pad, widthOf } from "./width.ts";

const GAP = "  ";
const NARROWEST = 8;

/** One column: names stand left and are cut where the terminal is narrow, figures stand right and never are. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A table in fixed-width characters. */
export interface TextTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** A last row below a rule. */
  readonly total?: readonly string[];
}

/** Lays a table out in lines of at most `width` columns, unless its figures alone need more. */
export function layOut({ columns, rows, total }: TextTable, width: number): string[] {
  const head = columns.map(({ title }) => title);
  const widths = fitting(columns, naturalWidths([head, ...rows, ...(total ? [total] : [])]), width);
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(clip(cells[index] ?? "", widths[index] ?? 0), widths[index] ?? 0, align))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((columnWidth) => "─".repeat(columnWidth)).join(GAP);
  return [line(head), rule, ...rows.map(line), ...(total ? [rule, line(total)] : [])];
}

function naturalWidths(lines: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const cells of lines) {
    for (const [index, cell] of cells.entries()) widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
  }
  return widths;
}

/** Lowers the widest name columns to a common cap until the line fits. */
function fitting(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const isName = (index: number) => columns[index]?.align === "left";
  const capped = (cap: number) => natural.map((own, index) => (isName(index) ? Math.min(own, cap) : own));
  const lineWidth = (widths: readonly number[]) =>
    widths.reduce((used, own) => used + own, GAP.length * (widths.length - 1));
  let cap = Math.min(Math.max(...natural), width);
  while (cap > NARROWEST && lineWidth(capped(cap)) > width) cap -= 1;
  return capped(cap);
}
