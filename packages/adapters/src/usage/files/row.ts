import { parseAmount } from "@tagledger/core/costs/money";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { badInput } from "@tagledger/core/errors";

/** Columns without which usage cannot be read. */
export const REQUIRED = ["start", "end", "pool", "team", "metric", "quantity"] as const;

/** All columns of usage. */
export const COLUMNS = [...REQUIRED, "project", "workload", "environment", "experiment"] as const;

type Column = (typeof COLUMNS)[number];

/** A row of a usage file, by column. */
export type UsageRecord = Readonly<Partial<Record<Column, string>>>;

/**
 * Reads a row of usage.
 *
 * @param place where it stands, as `file:line`
 * @throws bad-input naming the place where a value is missing or cannot be read
 */
export function usageRow(record: UsageRecord, place: string): UsageRow {
  const required = (column: Column): string => {
    const value = record[column] ?? "";
    if (value === "") throw badInput(`${place}: the ${column} is empty`, { place, column });
    return value;
  };
  return {
    start: instantOf(required("start"), "start", place),
    end: instantOf(required("end"), "end", place),
    pool: required("pool"),
    team: required("team"),
    metric: required("metric"),
    quantity: quantityOf(required("quantity"), place),
    project: record.project || null,
    workload: record.workload || null,
    environment: record.environment || null,
    experiment: record.experiment || null,
    place,
  };
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function instantOf(text: string, column: Column, place: string): number {
  const match = ISO.exec(text);
  const inUtc = text.includes(":") && match?.[1] === undefined ? `${text}Z` : text;
  const instant = match === null || !isInCalendar(text) ? Number.NaN : Date.parse(inUtc.replace(" ", "T"));
  if (Number.isNaN(instant)) {
    throw badInput(`${place}: the ${column} "${text}" is not a time such as 2026-09-01T00:00:00Z`, {
      place,
      column,
    });
  }
  return instant;
}

/** Dates that do not exist would roll over: 30 February into March. */
function isInCalendar(text: string): boolean {
  const midnight = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text.slice(0, 10));
}

function quantityOf(text: string, place: string): bigint {
  try {
    return parseAmount(text);
  } catch (cause) {
    throw badInput(`${place}: the quantity ${cause instanceof Error ? cause.message : ""}`, { place }, cause);
  }
}
