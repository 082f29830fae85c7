import { parsePeriod } from "../../costs/period.ts";
import type { SnapshotRecords } from "../../ports/snapshots.ts";
import { coverageOf, type MonthCoverage } from "../../reports/month/coverage.ts";
import { type MonthDays, monthDays } from "../../reports/month/days.ts";
import { type ExperimentCost, experimentCosts } from "../../reports/month/experiments.ts";
import type { MonthQuery, MonthWhere } from "../../reports/month/keys.ts";
import type { MonthOf } from "../../reports/month/month.ts";
import { type PoolRow, poolRows } from "../../reports/month/pools.ts";
import { type UnallocatedRow, unallocatedRows } from "../../reports/month/unallocated.ts";
import type { Snapshot } from "../../snapshots/snapshot.ts";
import { type MonthAsked, type MonthRecords, readMonth } from "./read-month.ts";

/** Figures of a month, and the hashes of all that they follow from. */
export interface MonthFigures<Figures> {
  readonly of: MonthOf;
  readonly figures: Figures;
  readonly hashes: readonly string[];
}

interface Records {
  readonly snapshots: MonthRecords;
}

interface Snapshots {
  readonly snapshots: Pick<SnapshotRecords, "state" | "read">;
}

const DAY = 86_400_000;

/** A month day by day, up to the day that has begun; null where no snapshot of it was made. */
export async function daysOfMonth(
  { snapshots, clock }: Records & { readonly clock: () => number },
  { where, ...asked }: MonthAsked & { readonly where: MonthWhere },
): Promise<MonthFigures<MonthDays> | null> {
  const { start, end } = parsePeriod(asked.period);
  const last = Math.ceil((Math.min(Math.max(clock() + 1, start), end) - start) / DAY);
  const month = await readMonth(snapshots, asked, where);
  return month && { of: month.of, figures: monthDays(month.cells.teams, where, last), hashes: month.hashes };
}

/** What each experiment cost in a month; null where no snapshot of it was made. */
export async function experimentsOfMonth(
  { snapshots }: Records,
  { where, ...asked }: MonthAsked & { readonly where: MonthWhere },
): Promise<MonthFigures<readonly ExperimentCost[]> | null> {
  const month = await readMonth(snapshots, asked, where);
  return month && { of: month.of, figures: experimentCosts(month.cells.teams, where), hashes: month.hashes };
}

/** What of a month is nobody's, and why: only for who sees all; null where no snapshot of it was made. */
export async function unallocatedOfMonth(
  { snapshots }: Records,
  { groupBy, where, ...asked }: Omit<MonthAsked, "teams"> & MonthQuery,
): Promise<MonthFigures<readonly UnallocatedRow[]> | null> {
  // A team of nobody is the filter that leaves all teams out, so that they are not fetched.
  const month = await readMonth(snapshots, { ...asked, teams: null }, { ...where, team: [""] });
  if (month === null) return null;
  const figures = unallocatedRows(month.cells.unallocated ?? [], { groupBy, where });
  return { of: month.of, figures, hashes: month.hashes };
}

/** How far the direct cost of a month carries tags; null where no snapshot of it was made. */
export async function coverageOfMonth(
  ports: Snapshots,
  { teams, ...asked }: MonthAsked,
): Promise<MonthFigures<MonthCoverage> | null> {
  return ofSnapshot(ports, asked, ({ report }) => coverageOf(report.established, teams));
}

/** The pools of a month, with the shares that whoever asks may see; null where no snapshot of it was made. */
export async function poolsOfMonth(
  ports: Snapshots,
  { teams, ...asked }: MonthAsked,
): Promise<MonthFigures<readonly PoolRow[]> | null> {
  return ofSnapshot(ports, asked, (snapshot) => poolRows(snapshot.pools, snapshot, teams));
}

async function ofSnapshot<Figures>(
  { snapshots }: Snapshots,
  { period, basis }: Omit<MonthAsked, "teams">,
  figuresOf: (snapshot: Snapshot) => Figures,
): Promise<MonthFigures<Figures> | null> {
  const newest = (await snapshots.state(period, basis)).snapshots.at(-1);
  const snapshot = newest === undefined ? null : await snapshots.read(newest.id, newest.digest);
  if (snapshot === null) return null;
  const { currency, at, digest } = snapshot;
  const of = { period, basis, currency, snapshot: snapshot.id, at };
  return { of, figures: figuresOf(snapshot), hashes: [digest] };
}
