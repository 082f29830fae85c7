import type { Basis } from "@tagledger/core/costs/charge";

/** What one column of a canonical bill is read from. */
export interface ColumnSource {
  readonly name: string;
  /** Spellings in bills, in comparable form; the first present is read. */
  readonly from: readonly string[];
  /** A map column and its keys that hold the value where no column of its own does. */
  readonly orIn?: { readonly map: string; readonly keys: readonly string[] };
}

/** A family of bills: how it is recognised and which of its columns mean what. */
export interface BillFormat {
  readonly name: string;
  /** The SQL file that turns its columns into canonical charges. */
  readonly sql: string;
  /** Comparable column names of which a bill of this family has at least three. */
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
  /** Column names that begin so hold one tag each, in comparable form of the rest. */
  readonly tagColumns: RegExp;
  /** Comparable names of columns that hold all tags of a line. */
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
