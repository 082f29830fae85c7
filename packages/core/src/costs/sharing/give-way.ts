import { CAPACITY } from "../../config/consumers.ts";
import { sampleOf } from "./handed-in.ts";
import { isFileKind, type ToldUse } from "./told-once.ts";
import type { UsageRow } from "./usage.ts";

/** What of a source is read, and why the rest is not. */
export interface GivenWay {
  readonly rows: readonly UsageRow[];
  readonly notes: readonly string[];
}

/**
 * Leaves out of uploaded use what sources of the configuration tell as well: whoever runs it chose those, and one upload must
 * neither count twice nor hold up the month for everyone. Where a file tells it, that is the same team's at the same time; where
 * something measures it, that is all use of a metric of a pool at the same time.
 */
export function giveWay(uploaded: readonly UsageRow[], configured: readonly ToldUse[]): GivenWay {
  const seen = configured.map((source) => ({ name: source.name, tells: tellerOf(source) }));
  const left = new Map<string, { readonly row: UsageRow; readonly by: string; count: number }>();
  const rows = uploaded.filter((row) => {
    if (row.team === CAPACITY || row.quantity === 0n) return true;
    const by = seen.find(({ tells }) => tells(row))?.name;
    if (by === undefined) return true;
    const key = JSON.stringify([row.pool, row.metric, by]);
    const known = left.get(key) ?? { row, by, count: 0 };
    left.set(key, { ...known, count: known.count + 1 });
    return false;
  });
  const notes = [...left.values()].map(
    ({ row: { pool, metric, place }, by, count }) =>
      `${pool} ${metric}: ${count} rows are left out, as ${by} tells the same use: the first is ${place}`,
  );
  return { rows, notes };
}

/** Says whether a source tells the use of a row. */
function tellerOf({ kind, rows }: ToldUse): (row: UsageRow) => boolean {
  const told = rows.filter(({ team, quantity }) => team !== CAPACITY && quantity !== 0n);
  if (isFileKind(kind)) {
    const texts = new Set(told.map(sampleOf));
    return (row) => texts.has(sampleOf(row));
  }
  const spans = new Map<string, UsageRow[]>();
  for (const row of told) {
    const key = JSON.stringify([row.pool, row.metric]);
    const known = spans.get(key);
    if (known === undefined) spans.set(key, [row]);
    else known.push(row);
  }
  const covered = new Map([...spans].map(([key, all]) => [key, spansOf(all)]));
  return ({ pool, metric, start, end }) =>
    (covered.get(JSON.stringify([pool, metric])) ?? []).some((span) => span.start < end && start < span.end);
}

/** The times that rows cover, joined where they meet: of thousands of hours there are few. */
function spansOf(rows: readonly UsageRow[]): { readonly start: number; readonly end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...rows].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
