import { DIMENSIONS } from "../../config/definition/match.ts";
import type { MonthCell } from "./cell.ts";

/** By what a month can be grouped and filtered, in the order in which people read it. */
export const MONTH_KEYS = [...DIMENSIONS, "service", "account", "pool", "day"] as const;

/** One of the facts by which a month can be grouped and filtered. */
export type MonthKey = (typeof MONTH_KEYS)[number];

/** Which cells are kept: for each fact given, one of its values; an empty text stands for none. */
export type MonthWhere = Readonly<Partial<Record<MonthKey, readonly string[]>>>;

/** What is asked of a month. */
export interface MonthQuery {
  readonly groupBy: readonly MonthKey[];
  readonly where: MonthWhere;
}

/**
 * What a cell says of a fact; null where it says nothing: direct cost is of no pool, shares of pools of no service.
 *
 * @example factOf(cell, "day") // "07"
 */
export function factOf(cell: Omit<MonthCell, "amount">, key: MonthKey): string | null {
  switch (key) {
    case "service":
    case "account":
      return cell[key] === "" ? null : cell[key];
    case "pool":
      return cell.pool;
    case "day":
      return cell.day === 0 ? null : dayText(cell.day);
    default:
      return cell.leaf[key];
  }
}

/**
 * Says of cells whether a filter keeps them; days may be given with or without a zero before them.
 *
 * @example keeping({ service: ["AmazonEC2"], project: [""] }) // of no project
 */
export function keeping(where: MonthWhere): (cell: MonthCell) => boolean {
  const asked = MONTH_KEYS.flatMap((key) => {
    const values = where[key];
    if (values === undefined) return [];
    const texts =
      key === "day" ? values.map((value) => (/^[1-9]$/.test(value) ? `0${value}` : value)) : values;
    return [{ key, values: new Set(texts) }];
  });
  return (cell) => asked.every(({ key, values }) => values.has(factOf(cell, key) ?? ""));
}

const DAYS = Array.from({ length: 32 }, (_, day) => String(day).padStart(2, "0"));

function dayText(day: number): string {
  return DAYS[day] ?? String(day);
}
