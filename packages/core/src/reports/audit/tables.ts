import type { Verdict } from "../../tags/verdict/judge.ts";
import type { Column, TextTable } from "../render/text/table.ts";

/** How wide a table is where nobody says. */
export const WIDTH = 100;
export const NARROWEST = 40;

const MOST_ROWS = 20;

/** Verdicts in the order in which they ask for attention. */
export const VERDICT_ORDER: readonly Verdict[] = [
  "violating",
  "undecided",
  "repairable",
  "exempt",
  "compliant",
];

/** A table of the first rows, which says how many there are besides; null where there are none. */
export function shortened(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): TextTable | null {
  if (rows.length === 0) return null;
  const rest = rows.length - MOST_ROWS;
  return { columns, rows: rest <= 0 ? rows : [...rows.slice(0, MOST_ROWS), [`${figure(rest)} more`]] };
}

/** A column of names. */
export function left(title: string): Column {
  return { title, align: "left" };
}

/** A column of figures. */
export function right(title: string): Column {
  return { title, align: "right" };
}

/** A count as people read it: `12,345`. */
export function figure(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The two halves of a name that was counted, as of `missing ml-team`. */
export function split(name: string): string[] {
  const space = name.indexOf(" ");
  return [name.slice(0, space), name.slice(space + 1)];
}
