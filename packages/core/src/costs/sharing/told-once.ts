import { CAPACITY } from "../../config/consumers.ts";
import type { UsageSourceConfig } from "../../config/definition/usage.ts";
import { badInput, type TagledgerError } from "../../errors.ts";
import type { UsageRow } from "./usage.ts";

type Kind = UsageSourceConfig["kind"] | "uploaded";

/** What a source told. */
export interface ToldUse {
  readonly name: string;
  readonly kind: Kind;
  readonly rows: readonly UsageRow[];
}

/** Kinds that tell of different things when they tell of the same pool: of several buckets, or what several people know. */
const ALIKE: Readonly<Partial<Record<Kind, Kind>>> = {
  json: "csv",
  uploaded: "csv",
  "s3-listing": "s3-inventory",
};

/** What a source told of one metric of a pool. */
type Told = ToldUse & { readonly pool: string; readonly metric: string };

/**
 * Refuses use that two sources tell: of different kinds, where they tell of the same metric of a pool at the same time; of
 * one kind, as with a Prometheus for each of two clusters, where both tell the very same.
 *
 * @throws bad-input naming both sources, the pool and the metric
 */
export function refuseToldTwice(sources: readonly ToldUse[]): void {
  for (const told of byPoolAndMetric(sources).values()) {
    for (const [index, one] of told.entries()) {
      for (const other of told.slice(index + 1)) {
        if (kindOf(one) !== kindOf(other)) refuseOverlap(one, other);
        else if (kindOf(one) === "csv") refuseSameRow(one, other);
        else if (isSame(one, other)) throw twice(one, other, "the very same use");
      }
    }
  }
}

function kindOf({ kind }: Told): Kind {
  return ALIKE[kind] ?? kind;
}

function byPoolAndMetric(sources: readonly ToldUse[]): Map<string, Told[]> {
  const all = new Map<string, Told[]>();
  for (const { name, kind, rows } of sources) {
    const own = new Map<string, UsageRow[]>();
    for (const row of rows) {
      // What there is may well be told beside what is used of it.
      if (row.team === CAPACITY || row.quantity === 0n) continue;
      const key = JSON.stringify([row.pool, row.metric]);
      const known = own.get(key);
      if (known === undefined) own.set(key, [row]);
      else known.push(row);
    }
    for (const [key, ofKey] of own) {
      const { pool = "", metric = "" } = ofKey[0] ?? {};
      all.set(key, [...(all.get(key) ?? []), { name, kind, pool, metric, rows: ofKey }]);
    }
  }
  return all;
}

function refuseOverlap(one: Told, other: Told): void {
  const rows = [one, other]
    .flatMap((of) => of.rows.map(({ start, end }) => ({ of, start, end })))
    .sort((a, b) => a.start - b.start);
  const ends = new Map<Told, number>();
  for (const { of, start, end } of rows) {
    const before = ends.get(of === one ? other : one);
    if (before !== undefined && start < before) throw twice(one, other, `use at ${isoOf(start)}`);
    ends.set(of, Math.max(ends.get(of) ?? end, end));
  }
}

function refuseSameRow(one: Told, other: Told): void {
  const places = new Map(one.rows.map((row) => [textOf(row), row.place]));
  for (const row of other.rows) {
    const place = places.get(textOf(row));
    if (place !== undefined && place !== row.place)
      throw twice(one, other, `the same row (${place} and ${row.place})`);
    if (place !== undefined) throw twice(one, other, `the same row (${place})`);
  }
}

function isSame(one: Told, other: Told): boolean {
  if (one.rows.length !== other.rows.length) return false;
  const [texts, others] = [one, other].map(({ rows }) => rows.map(textOf).sort());
  return JSON.stringify(texts) === JSON.stringify(others);
}

/** Whether a source is a file that people hand in. */
export function isFileKind(kind: Kind): boolean {
  return (ALIKE[kind] ?? kind) === "csv";
}

function textOf({ place: _, quantity, ...row }: UsageRow): string {
  const { start, end, team, project, workload, environment, experiment } = row;
  return JSON.stringify([start, end, team, project, workload, environment, experiment, String(quantity)]);
}

function twice(one: Told, other: Told, what: string): TagledgerError {
  const { pool, metric } = one;
  const message =
    `pool "${pool}": ${one.name} and ${other.name} both tell ${what} of ${metric}, which would count twice: ` +
    "leave one out, let each tell of pools of its own, or hand in only times of which the other tells nothing";
  return badInput(message, { value: pool });
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
