import type { ParquetColumn } from "@tagledger/adapters/duckdb/parquet";
import type { ParquetValue } from "@tagledger/adapters/duckdb/parquet-text";
import { type Decimal, toDouble } from "../decimal.ts";
import type { Item, Line } from "../line.ts";

/** One column of the bill: told by each line, or once by the item that many lines charge. */
export type Column = ParquetColumn<Line, Item>;

type Absent = null | undefined;

/** Text; what is absent is null. */
export function text<From>(of: (from: From) => string | Absent): ParquetValue<From> {
  return { type: "VARCHAR", of: (from) => of(from) ?? null };
}

/** A number; what is absent is null. */
export function number<From>(of: (from: From) => Decimal | Absent): ParquetValue<From> {
  return {
    type: "DOUBLE",
    of: (from) => {
      const value = of(from);
      return value === null || value === undefined ? null : toDouble(value);
    },
  };
}

/** A UTC instant. */
export function time<From>(of: (from: From) => number): ParquetValue<From> {
  return { type: "TIMESTAMP", of };
}

/** A map from text to text. */
export function map<From>(of: (from: From) => Readonly<Record<string, string>>): ParquetValue<From> {
  return { type: "MAP(VARCHAR, VARCHAR)", of };
}

/** Columns that the item tells. */
export function perItem(values: Readonly<Record<string, ParquetValue<Item>>>): Column[] {
  return Object.entries(values).map(([name, value]) => ({ name, per: "part", ...value }));
}

/** Columns that each line tells. */
export function perLine(values: Readonly<Record<string, ParquetValue<Line>>>): Column[] {
  return Object.entries(values).map(([name, value]) => ({ name, per: "row", ...value }));
}
