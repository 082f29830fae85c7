import type { TableColumn } from "../bill-table.ts";
import { unreadable, valueSql } from "../columns.ts";

/** How the exact sum of an amount column is worked out of what its rows hold. */
export interface ExactSum {
  /** What to work out of each row first. */
  readonly rows: readonly string[];
  /** The conditions on which a row's amount is among what is added up; without any, all are. */
  readonly short: readonly string[];
  /** What to add up. */
  readonly sums: readonly string[];
  /** The sum at scale 24, worked out of what was added up. */
  readonly total: string;
}

/** What is known of an amount column beforehand. */
export interface AmountFacts {
  readonly nulls: "none" | "some" | "all";
  /** Whether all amounts are between -1000 and 1000. */
  readonly small: boolean;
}

/** How many decimal places the amounts of lines are taken to have at most; undefined where nothing is known of them. */
export type Places = 10 | 12 | undefined;

/** What to take of amounts where they do not have so few places, or are too large for that. */
export function morePlaces(places: 10 | 12): Places {
  return places === 10 ? 12 : undefined;
}

/** What DuckDB says of a sum that met an amount that cannot be read. */
export const UNREADABLE_AMOUNT = "an amount cannot be read";

/**
 * Adds up an amount column exactly. Decimals are added as they are. A double of at most 15 digits, 12 of them places,
 * is a whole number of 10^-12, and added up as that; any other is read from its text.
 *
 * @param places of the doubles that are to be added up; the fewer, the quicker. With 10 no group's amounts may differ in sign.
 */
export function exactSum(column: TableColumn, name: string, facts: AmountFacts, places: Places): ExactSum {
  const { sql, type } = column;
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type) || scaleOf(type) <= 24) {
    return {
      rows: [],
      short: [],
      sums: [`sum(${sql}) AS ${name}`],
      total: `CAST(${name} AS DECIMAL(38, 24))`,
    };
  }
  if (type !== "DOUBLE") {
    const value = `CASE
      WHEN ${unreadable(column, "amounts")} THEN error('${UNREADABLE_AMOUNT}')
      ELSE ${valueSql(column, "amounts")}
    END`;
    return { rows: [], short: [], sums: [`sum(${value}) AS ${name}`], total: name };
  }
  if (places === undefined) return anySum(column, name);
  return places === 10 ? fewPlaces(sql, name, facts) : shortSum(sql, name, facts);
}

/**
 * Doubles add whole numbers up to 2^53 exactly. Where none are of another sign, no sum on the way is further from zero
 * than the last, and no amount either; of 15 digits each is one double's shortest decimal.
 */
function fewPlaces(sql: string, name: string, { nulls }: AmountFacts): ExactSum {
  // Adding and taking away 1.5 * 2^52 leaves a double rounded to a whole number.
  const rounding = "CAST(6755399441055744 AS DOUBLE)";
  const isWhole = `${name}_units / 1e10 = ${sql}`;
  return {
    rows: [`${sql} * 1e10 + ${rounding} - ${rounding} AS ${name}_units`],
    short: [nulls === "none" ? isWhole : `(${sql} IS NULL OR ${isWhole})`],
    sums: [`sum(${name}_units) AS ${name}`],
    total: `CASE
      WHEN abs(${name}) >= 1e15 THEN error('the sum is too large for 10 places')
      ELSE CAST(CAST(CAST(${name} AS BIGINT) AS DECIMAL(26, 0)) * CAST(0.0000000001 AS DECIMAL(10, 10)) AS DECIMAL(38, 24))
    END`,
  };
}

function shortSum(sql: string, name: string, { nulls, small }: AmountFacts): ExactSum {
  const units = `CAST(${sql} * 1e12 AS BIGINT)`;
  const isWhole = `${name}_units / 1e12 = ${sql}`;
  return {
    rows: [`${small ? units : `CASE WHEN abs(${sql}) < 1e3 THEN ${units} END`} AS ${name}_units`],
    short: [nulls === "none" ? isWhole : `(${sql} IS NULL OR ${isWhole})`],
    sums: [`sum(${name}_units) AS ${name}`],
    total: fromUnits(name),
  };
}

function anySum(column: TableColumn, name: string): ExactSum {
  const { sql } = column;
  const read = `coalesce(${valueSql(column, "amounts")}, error('${UNREADABLE_AMOUNT}'))`;
  const isWhole = `${name}_units / 1e12 = ${sql}`;
  return {
    rows: [`CASE WHEN abs(${sql}) < 1e3 THEN CAST(${sql} * 1e12 AS BIGINT) END AS ${name}_units`],
    short: [],
    sums: [
      `sum(CASE WHEN ${isWhole} THEN ${name}_units END) AS ${name}`,
      `sum(CASE WHEN ${sql} IS NULL OR ${isWhole} THEN NULL ELSE ${read} END) AS ${name}_rest`,
    ],
    total: `CASE
      WHEN ${name}_rest IS NULL THEN ${fromUnits(name)}
      ELSE ${name}_rest + coalesce(${fromUnits(name)}, 0)
    END`,
  };
}

/** An amount as it is compared with others: a double is more or less than another when its decimal is. */
export function comparable(column: TableColumn): string {
  return /^(DOUBLE|DECIMAL|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$)/.test(column.type)
    ? column.sql
    : valueSql(column, "amounts");
}

function scaleOf(type: string): number {
  return Number(/^DECIMAL\(\d+,\s*(\d+)\)$/.exec(type)?.[1] ?? Number.NaN);
}

function fromUnits(name: string): string {
  return `CAST(CAST(${name} AS DECIMAL(26, 0)) * CAST(0.000000000001 AS DECIMAL(12, 12)) AS DECIMAL(38, 24))`;
}
