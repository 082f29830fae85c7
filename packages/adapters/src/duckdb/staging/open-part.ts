import type { Basis } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import { type BillTable, fromTable } from "../bill-table.ts";
import { rawTexts, textOf } from "../columns.ts";
import type { Database } from "../database.ts";
import { refuseGarbled } from "../garbled.ts";
import {
  holdsBasis,
  pricesTypes,
  refuseDoubleColumns,
  refuseMissingColumns,
  refuseUnpricedTypes,
} from "../missing.ts";
import { openTable } from "../table.ts";
import { tagPlaces } from "../tags.ts";
import { refuseUnreadableTimes, unreadableValue, valuesOf } from "../values.ts";
import { type ColumnFacts, readColumnFacts } from "./column-facts.ts";
import type { Month } from "./line-filter.ts";
import { type Choice, neededColumns } from "./needed-columns.ts";
import { REQUIRED } from "./optional-bases.ts";
import type { OpenPart } from "./part.ts";
import { isLineType } from "./raw-keys.ts";
import { timesOf, timestampLiteral } from "./times.ts";

/** What is not below it does not fit into an amount. */
const LARGE = "100000000000000";

/** How a part is opened. */
export interface Opening {
  readonly index: number;
  /** As people name it. */
  readonly place: string;
  readonly month: Month;
  readonly choice: Choice;
  /** Those that are wanted of it, as far as it holds them. */
  readonly bases: readonly Basis[];
  /** Whether it must hold lines of the month only. */
  readonly whole: boolean;
}

/**
 * Opens a part of a delivery that is on this machine, and looks at what decides how it is read.
 *
 * @throws bad-input when it is no bill, lacks columns, or holds times or amounts that cannot be read
 */
export async function openPart(database: Database, path: string, opening: Opening): Promise<OpenPart> {
  const { index, place, choice, bases } = opening;
  const whole = await openTable(database, path, { bases, index });
  const names = whole.columns.map(({ name }) => name);
  const needed = new Set(neededColumns(whole.format, names, choice));
  const table = { ...whole, columns: whole.columns.filter(({ name }) => needed.has(name)) };
  for (const basis of REQUIRED) refuseMissingColumns(table, basis);
  const held = bases.filter((basis) => holdsBasis(table, basis));
  // Of two of one name only the first is needed.
  refuseDoubleColumns(whole, held);
  await refuseUnreadableTimes(database, table);
  await refuseGarbled(database, table);
  const facts = await readColumnFacts(database, table.parquet);
  await refuseLarge(database, table, held);
  const tags = await tagPlaces(database, table);
  // An export that asks for a key has its column whether anybody bears it or not.
  const plain = whole.columns
    .filter(({ name, sql }) => whole.format.tagColumns.test(name) && !isEmpty(facts.get(sql)))
    .map(({ name }) => name);
  const tagNames = [
    ...new Set([...plain.map((name) => name.replace(whole.format.tagColumns, "")), ...tags.keys()]),
  ];
  const part = { index, place, table, facts, tags, tagNames, types: new Set<string>(), bases: held };
  const counted = { ...part, ...(await countLines(database, { ...part, inside: 0, outside: 0 }, opening)) };
  const types = counted.inside === 0 ? part.types : await typesOf(database, counted, opening.month);
  for (const basis of REQUIRED) refuseUnpricedTypes(table, basis, types);
  return { ...counted, types, bases: held.filter((basis) => pricesTypes(table, basis, types)) };
}

function isEmpty(facts: ColumnFacts | undefined): boolean {
  return facts?.constant === null || facts?.constant === "";
}

/** Refuses amounts that were told to be unreadable already, and those of 10^14 and more. */
async function refuseLarge(database: Database, table: BillTable, bases: readonly Basis[]): Promise<void> {
  const wrong = valuesOf(table, "amounts", bases).flatMap(({ column: { sql, type, refused } }) => {
    if (refused !== undefined) return [`${refused} IS NOT NULL`];
    const [, width, scale = "0"] = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type) ?? [];
    const digits = width === undefined ? (/INT/.test(type) ? 39 : 0) : Number(width) - Number(scale);
    return digits > 14 && Number(scale) <= 24 ? [`${sql} >= ${LARGE} OR ${sql} <= -${LARGE}`] : [];
  });
  if (wrong.length === 0) return;
  const found = await database.rows(`SELECT 1 FROM ${fromTable(table)} WHERE ${wrong.join(" OR ")} LIMIT 1`);
  if (found.length > 0) throw await unreadableValue(database, table, "amounts", bases);
}

/** Counts the lines of the month and those of others, which a delivery of one month must not hold. */
async function countLines(
  database: Database,
  part: OpenPart,
  { month: { start, end }, whole }: Opening,
): Promise<{ inside: number; outside: number }> {
  const { period } = timesOf({ table: part.table, parts: [part] });
  const inside = `(${period} >= ${timestampLiteral(start)} AND ${period} < ${timestampLiteral(end)})`;
  const from = fromTable(part.table);
  const [counted] = await database.rows(
    `SELECT count_if(${inside}) AS inside, count_if(${period} IS NULL) AS without FROM ${from}`,
  );
  const [ours, without] = [Number(counted?.inside ?? 0), Number(counted?.without ?? 0)];
  const outside = part.table.rows - ours;
  if (without === 0 && (outside === 0 || !whole)) return { inside: ours, outside };
  const [line] = await database.rows(
    `SELECT file_row_number AS row, strftime(${period}, '%Y-%m') AS period FROM ${from}
     WHERE ${without > 0 ? `${period} IS NULL` : `NOT ${inside}`} ORDER BY row LIMIT 1`,
  );
  const place = await part.table.placeOf(Number(line?.row ?? 0));
  const name = new Date(start).toISOString().slice(0, 7);
  throw badInput(
    without > 0
      ? `${place}: this line has no billing period`
      : `${place}: this line is of the billing period ${line?.period}, in a delivery of ${name}`,
    { file: part.table.path },
  );
}

async function typesOf(database: Database, part: OpenPart, { start, end }: Month): Promise<Set<string>> {
  const { table } = part;
  const source = table.format.texts.find(isLineType);
  if (source === undefined) return new Set();
  const { period } = timesOf({ table, parts: [part] });
  const inside = `${period} >= ${timestampLiteral(start)} AND ${period} < ${timestampLiteral(end)}`;
  const [raw] = rawTexts(table, source);
  if (raw === undefined) return new Set([""]);
  const rows = await database.rows(
    `SELECT DISTINCT ${textOf([raw])} AS type
     FROM (SELECT DISTINCT ${raw.sql} FROM ${fromTable(table)} ${part.outside > 0 ? `WHERE ${inside}` : ""})`,
  );
  return new Set(rows.map(({ type }) => String(type)));
}
