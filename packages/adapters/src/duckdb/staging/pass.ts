import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../database.ts";
import { sameColumns } from "./column-facts.ts";
import { FewValues } from "./few-values.ts";
import { countGroups, type Grouping } from "./grouped-lines.ts";
import type { OpenPart, Slice } from "./part.ts";
import { rowsOf } from "./part.ts";
import type { Parts } from "./parts.ts";
import type { Places } from "./sums.ts";
import { writeSlice } from "./write-slice.ts";

/** Rows that are looked at to choose the size of the first slice: those of one row group of many files. */
const SAMPLE = 122_880;

/** How much is grouped at once. */
export interface SliceSize {
  /** Rows of a slice whatever number of groups they make. */
  readonly rows: number;
  /** Groups that a slice should make at most. */
  readonly groups: number;
  /** Rows of a slice, for each of its files, for which it is worth knowing beforehand what texts there are. */
  readonly listed: number;
}

/** How the lines of a delivery are made partial cells. */
export interface Pass {
  readonly name: string;
  readonly folder: string;
  readonly size: SliceSize;
  readonly dated: boolean;
  /** How the lines of a slice are grouped. */
  grouping(slice: Slice): Promise<Grouping>;
}

/** Where a pass goes on: at a row of a part. */
interface Position {
  readonly part: number;
  readonly row: number;
}

/**
 * Reads the parts of a delivery slice by slice into files of partial cells. What an earlier run of the same pass has
 * finished is not done again.
 *
 * @returns the files
 * @throws bad-input naming file, line, column and value of an amount that cannot be read
 */
export async function runPass(database: Database, parts: Parts, pass: Pass): Promise<string[]> {
  const done = await finished(pass);
  const files = done.map(({ path }) => path);
  let position: Position = done.at(-1)?.next ?? { part: 0, row: 0 };
  let most: number | undefined;
  let places: Places = 10;
  const values = new FewValues(database);
  while (position.part < parts.count) {
    most ??= await firstSize(database, parts, pass, position.part);
    const { slice, next } = await nextSlice(parts, position, most);
    position = next;
    if (slice === undefined) continue;
    const path = join(pass.folder, fileName(pass.name, files.length, next));
    const { groups, ...written } = await writeSlice(database, slice, await pass.grouping(slice), {
      path,
      places,
      dated: pass.dated,
      values: rowsOf(slice) / slice.parts.length < pass.size.listed ? null : values,
    });
    places = written.places;
    files.push(path);
    most = nextSize(pass.size, rowsOf(slice), groups, most);
  }
  return files;
}

/** How large the first slice may be, judging by the first rows of its part. */
function firstSize(database: Database, parts: Parts, pass: Pass, index: number): Promise<number> {
  return parts.read(index, async (part) => {
    const rows = Math.min(SAMPLE, part.table.rows);
    if (part.inside === 0 || rows < pass.size.rows / 16) return pass.size.rows;
    const slice: Slice = { parts: [part], rows: { from: 0, to: rows } };
    const [counted] = await database.rows(countGroups(slice, await pass.grouping(slice), rows / 2));
    const whole = Math.max(Number(counted?.whole ?? rows), 2);
    // The more lines were seen, the fewer of the next make new groups: a power law, as that of words in texts.
    const power = Math.max(Math.log2(whole / Math.max(Number(counted?.half ?? 0), 1)), 0.25);
    const expected = rows * ((pass.size.groups * 0.5) / whole) ** (1 / Math.min(power, 1));
    return Math.max(pass.size.rows, Math.floor(Math.min(expected, 4 * pass.size.rows)));
  });
}

/** A slice that is expected to make no more groups than are allowed, judging by the last; never many times as large. */
function nextSize(size: SliceSize, rows: number, groups: number, most: number): number {
  const expected = Math.floor((size.groups * 0.75 * rows) / Math.max(groups, 1));
  return Math.max(Math.min(expected, Math.max(most, rows) * 4), Math.min(size.rows, most));
}

async function nextSlice(
  parts: Parts,
  { part, row }: Position,
  most: number,
): Promise<{ slice?: Slice; next: Position }> {
  let index = part;
  const first = await parts.open(index);
  if (first.inside === 0) return { next: { part: index + 1, row: 0 } };
  const to = Math.min(row + most, first.table.rows);
  if (row > 0 || to < first.table.rows) {
    const slice: Slice = { parts: [first], rows: { from: row, to } };
    return { slice, next: to < first.table.rows ? { part: index, row: to } : { part: index + 1, row: 0 } };
  }
  const together: [OpenPart, ...OpenPart[]] = [first];
  let rows = first.table.rows;
  for (let at = index + 1; at < parts.count && parts.isHere(at); at++) {
    const other = await parts.open(at);
    rows += other.table.rows;
    if (rows > most || !alike(first, other)) break;
    if (other.inside > 0) together.push(other);
    else rows -= other.table.rows;
    index = at;
  }
  return { slice: { parts: together }, next: { part: index + 1, row: 0 } };
}

function alike(one: OpenPart, other: OpenPart): boolean {
  return (
    sameColumns(one.table, other.table) &&
    JSON.stringify([...one.tags]) === JSON.stringify([...other.tags]) &&
    one.bases.join() === other.bases.join()
  );
}

function fileName(name: string, index: number, { part, row }: Position): string {
  return `${name}-${String(index).padStart(6, "0")}-${part}-${row}.parquet`;
}

async function finished({ name, folder }: Pass): Promise<{ path: string; next: Position }[]> {
  const found = (await readdir(folder)).sort().flatMap((file) => {
    const [, pass, part, row] = /^(.+)-\d{6}-(\d+)-(\d+)\.parquet$/.exec(file) ?? [];
    if (pass !== name) return [];
    return [{ path: join(folder, file), next: { part: Number(part), row: Number(row) } }];
  });
  return found;
}
