import { type DuckDBDataChunk, DuckDBDecimal128Vector } from "@duckdb/node-api";
import type { Basis } from "@tagledger/core/costs/charge";
import type { PlacedCombinations, PlacedDay } from "@tagledger/core/ports/ingestion";
import type { Database } from "../database.ts";
import { loadNames, type Names } from "./named.ts";
import { loadPlaced } from "./placed-combinations.ts";

/** Cells that are grouped by destination at once, which bounds memory. */
const CELLS = 2_000_000;

/** Cells as they are read. */
export interface ReadCells {
  /** As `FROM` reads them. */
  readonly from: string;
  /** How many there are. */
  readonly cells: number;
  readonly bases: readonly Basis[];
}

/** What counts at each destination, by day, service and account, in this order. */
export async function* placedDays(
  database: Database,
  read: ReadCells,
  placed: PlacedCombinations,
): AsyncIterable<readonly PlacedDay[]> {
  const names = await loadNames(database, read.from);
  await loadPlaced(database, placed);
  for (const range of await rangesOf(database, read)) {
    for await (const chunk of database.chunks(daysQuery(read, range))) yield rowsOf(chunk, read.bases, names);
  }
}

/** Destinations from one to another. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** Ranges of destinations with few cells each. */
async function rangesOf(database: Database, { from, cells }: ReadCells): Promise<Range[]> {
  if (cells <= CELLS) return [{ first: 0, last: 2 ** 31 - 1 }];
  const rows = await database.rows(
    `SELECT min(destination) AS first, max(destination) AS last
     FROM (
       SELECT destination, (sum(cells) OVER (ORDER BY destination) - cells) // ${CELLS} AS part
       FROM (SELECT destination, count(*) AS cells FROM ${from} JOIN placed USING (combination) GROUP BY destination)
     )
     GROUP BY part
     ORDER BY first`,
  );
  return rows.map(({ first, last }) => ({ first: Number(first), last: Number(last) }));
}

function daysQuery({ from, bases }: ReadCells, { first, last }: Range): string {
  const sums = bases.map((basis) => `sum(${basis}) AS ${basis}`);
  return `
    SELECT destination, day, names, CAST(sum(lines) AS BIGINT) AS lines, ${sums.join(", ")}
    FROM ${from} JOIN placed USING (combination) JOIN named USING (service, account)
    WHERE destination BETWEEN ${first} AND ${last}
    GROUP BY destination, day, names
    ORDER BY destination, day, names`;
}

function rowsOf(chunk: DuckDBDataChunk, bases: readonly Basis[], names: readonly Names[]): PlacedDay[] {
  const number = (column: number) => {
    const vector = chunk.getColumnVector(column);
    return (row: number) => Number(vector.getItem(row) ?? 0);
  };
  const [destination, day, name, lines] = [number(0), number(1), number(2), number(3)];
  const amounts = bases.map((basis, at) => ({ basis, of: amountsIn(chunk, 4 + at) }));
  return Array.from({ length: chunk.rowCount }, (_, row) => {
    const named = names[name(row)];
    if (named === undefined) throw new RangeError(`there is no service and account ${name(row)}`);
    const valued: { [Each in Basis]?: bigint } = {};
    for (const { basis, of } of amounts) valued[basis] = of(row);
    return {
      destination: destination(row),
      day: day(row),
      service: named.service,
      account: named.account,
      lines: lines(row),
      amounts: valued,
    };
  });
}

/** The amounts of a column, read without an object for each. */
function amountsIn(chunk: DuckDBDataChunk, column: number): (row: number) => bigint {
  const vector = chunk.getColumnVector(column);
  if (!(vector instanceof DuckDBDecimal128Vector)) throw new TypeError(`column ${column} holds no amounts`);
  return (row) => vector.getScaledValue(row) ?? 0n;
}
