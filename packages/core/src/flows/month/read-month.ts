import type { Basis } from "../../costs/charge.ts";
import { badInput } from "../../errors.ts";
import type { SnapshotRecords } from "../../ports/snapshots.ts";
import type { MonthCells } from "../../reports/month/cells.ts";
import type { MonthWhere } from "../../reports/month/keys.ts";
import type { MonthOf } from "../../reports/month/month.ts";
import type { Detail, DetailEntry } from "../../snapshots/detail.ts";
import { inParallel } from "../in-parallel.ts";

/** Whose money of a month is asked for. */
export interface MonthAsked {
  /** `YYYY-MM` */
  readonly period: string;
  readonly basis: Basis;
  /** The teams that whoever asks may see; all, with what is nobody's, where null. */
  readonly teams: readonly string[] | null;
}

/** Where months are read. */
export type MonthRecords = Pick<SnapshotRecords, "state" | "details" | "readDetailOf">;

/** What is read of a month, cell by cell. */
export interface ReadMonth {
  readonly of: MonthOf;
  readonly cells: MonthCells;
  /** The hashes of all that was read: as long as these are the same, so is whatever is made of them. */
  readonly hashes: readonly string[];
}

/**
 * Reads the cells of a month that somebody may see, of the snapshot that is read; holders that a filter leaves nothing of
 * are not fetched.
 *
 * @returns null where no snapshot of the month was made
 * @throws bad-input where one was made, and nothing was kept of what its money is made of
 */
export async function readMonth(
  records: MonthRecords,
  { period, basis, teams }: MonthAsked,
  where: MonthWhere,
): Promise<ReadMonth | null> {
  const newest = (await records.state(period, basis)).snapshots.at(-1);
  if (newest === undefined) return null;
  const { id, at } = newest;
  const entries = await records.details(id);
  if (entries === null) {
    const message = `${period} ${basis}: the snapshot ${id} was made before days, services and accounts were kept with it; divide the month again`;
    throw badInput(message, { period, snapshot: id });
  }
  const wanted = entries.filter((entry) => isAsked(entry, teams, where));
  const found = await inParallel(wanted, (entry) => records.readDetailOf(entry));
  const cellsOf = (kind: Detail["holder"]["kind"]) =>
    found.filter(({ holder }) => holder.kind === kind).flatMap(({ cells }) => cells);
  return {
    of: { period, basis, currency: entries[0]?.currency ?? "", snapshot: id, at },
    cells: {
      teams: cellsOf("team"),
      unallocated: teams === null ? cellsOf("unallocated") : null,
      excluded: teams === null ? cellsOf("excluded") : null,
    },
    hashes: wanted.map(({ hash }) => hash),
  };
}

function isAsked({ holder }: DetailEntry, teams: readonly string[] | null, where: MonthWhere): boolean {
  if (holder.kind !== "team") return teams === null && (where.team?.includes("") ?? true);
  const { name } = holder;
  return (teams?.includes(name) ?? true) && (where.team?.includes(name) ?? true);
}
