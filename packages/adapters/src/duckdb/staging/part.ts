import type { Basis } from "@tagledger/core/costs/charge";
import type { BillTable } from "../bill-table.ts";
import type { ColumnFacts } from "./column-facts.ts";

/** A part of a delivery that was opened and looked at. */
export interface OpenPart {
  readonly index: number;
  /** As people name it. */
  readonly place: string;
  readonly table: BillTable;
  readonly facts: ReadonlyMap<string, ColumnFacts>;
  /** The tags that it holds, by their names in it, and where each stands. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** All tags of the bill, whether anybody asks for them or not. */
  readonly tagNames: readonly string[];
  /** The line item types of the period's lines. */
  readonly types: ReadonlySet<string>;
  /** The bases that it can be read on. */
  readonly bases: readonly Basis[];
  /** How many of its lines are of the period, and how many of others. */
  readonly inside: number;
  readonly outside: number;
}

/** What is read by one query: parts with the same columns, or some rows of one. */
export interface Slice {
  readonly parts: readonly [OpenPart, ...OpenPart[]];
  /** From one row up to another, counted from 0, of the only part. */
  readonly rows?: { readonly from: number; readonly to: number };
}

/** The line item types of the period's lines in a slice. */
export function typesOf({ parts }: Slice): ReadonlySet<string> {
  return new Set(parts.flatMap(({ types }) => [...types]));
}

/** The rows of a slice. */
export function rowsOf({ parts, rows }: Slice): number {
  return rows === undefined ? parts.reduce((total, { table }) => total + table.rows, 0) : rows.to - rows.from;
}
