import type { Basis } from "@tagledger/core/costs/charge";

/** What one column of a canonical bill is read from. */
export interface ColumnSource {
  readonly name: string;
  /** Names in bills, as a current one spells them; the first present is read. */
  readonly from: readonly string[];
  /** A map column and its keys that hold the value where no column of its own does. */
  readonly orIn?: { readonly map: string; readonly keys: readonly string[] };
  /** Digits of a number that identifies, whose leading zeros are lost where it was kept as a whole number. */
  readonly digits?: number;
  /** The line item types whose lines alone look at it; of all types where not said. */
  readonly of?: readonly string[];
}

/** A family of bills: how it is recognised and which of its columns mean what. */
export interface BillFormat {
  readonly name: string;
  /** The SQL file that turns its columns into canonical charges. */
  readonly sql: string;
  /** Columns of which a bill of this family has at least three. */
  readonly signature: readonly string[];
  readonly texts: readonly ColumnSource[];
  readonly times: readonly ColumnSource[];
  readonly amounts: readonly ColumnSource[];
  /** Names of canonical columns without which a bill cannot be read on a basis. */
  required(basis: Basis): readonly string[];
  /** Amount columns that a basis looks at. */
  used(basis: Basis): readonly string[];
  /** Canonical columns that lines of a type need on a basis, where the bill has such lines. */
  neededByType(basis: Basis): Readonly<Record<string, readonly string[]>>;
  /** Which lines are no charges: those where a column holds one of these texts, or any text at all. */
  readonly leftOut: readonly { readonly column: string; readonly texts: readonly string[] | "any" }[];
  /** Amounts of which it matters whether a line holds them; others are as good as zero where they are absent. */
  readonly tellsAbsent: readonly string[];
  /** Amounts that a cost is the sum of, or, where so said, the difference. */
  readonly combined: readonly { readonly first: string; readonly second: string; readonly less?: boolean }[];
  /** Column names that begin so hold one tag each; the rest of the name is its key. */
  readonly tagColumns: RegExp;
  /** Names of columns that hold all tags of a line. */
  readonly tagMaps: readonly string[];
}

/**
 * The form in which column names are compared: letters and digits only, in lower case.
 *
 * @example comparableColumn("lineItem/UnblendedCost") === comparableColumn("line_item_unblended_cost") // true
 */
export function comparableColumn(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}

/** Whether a column goes by one of these names. */
export function isNamed(column: string, names: readonly string[]): boolean {
  const comparable = comparableColumn(column);
  return names.some((name) => comparableColumn(name) === comparable);
}
