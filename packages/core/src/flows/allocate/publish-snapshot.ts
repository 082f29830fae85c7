import type { PeriodState } from "../../bills/period-state.ts";
import type { Config } from "../../config/definition.ts";
import { budgetCrossed, type CrossingSnapshot } from "../../events/budget-crossed.ts";
import { snapshotPublished } from "../../events/snapshot-published.ts";
import type { SnapshotRecords } from "../../ports/snapshots.ts";
import type { Hash } from "../../ports.ts";
import type { Report } from "../../reports/report.ts";
import { type Crossing, crossings } from "../../snapshots/budgets.ts";
import type { Snapshot, SnapshotBill } from "../../snapshots/snapshot.ts";
import type { SnapshotEntry, SnapshotState } from "../../snapshots/state.ts";
import type { NewestBills } from "./newest-bills.ts";

/** How many events go into one transaction, which holds the state and what it points to as well. */
const MOST_EVENTS = 90;

interface Ports {
  readonly snapshots: Pick<SnapshotRecords, "state" | "transact">;
  readonly hash: Hash;
}

/** What budgets are held against. */
export interface Spent extends CrossingSnapshot {
  readonly config: Config;
  readonly report: Report;
}

/**
 * Makes a snapshot the one that is read, and tells of it and of budgets, in one transaction, as long as what is read of the
 * bills is as it was seen.
 *
 * @returns what budgets were told of; null where somebody else was faster
 */
export async function publishSnapshot(
  { snapshots, hash }: Ports,
  snapshot: Snapshot,
  { state, seen }: { readonly state: SnapshotState; readonly seen: PeriodState },
): Promise<readonly Crossing[] | null> {
  const crossed = untold(snapshot, state).slice(0, MOST_EVENTS);
  const { done } = await snapshots.transact([
    unchanged(seen),
    {
      kind: "snapshots",
      state: {
        ...state,
        snapshots: [...state.snapshots, entryOf(snapshot)],
        crossed: [...state.crossed, ...crossed.map(({ key }) => key)],
      },
      revision: state.revision,
    },
    { kind: "outgoing", event: snapshotPublished(snapshot, state.revision + 1) },
    ...outgoing(crossed, snapshot, hash),
  ]);
  return done ? crossed : null;
}

/**
 * Notes that newer versions of bills give the snapshot that is read: those that it was made of may be gone one day.
 *
 * @returns false where somebody else was faster
 */
export async function noteBills(
  { snapshots: records }: Pick<Ports, "snapshots">,
  { state: seen, bills }: Pick<NewestBills, "state" | "bills">,
  state: SnapshotState,
): Promise<boolean> {
  const read = state.snapshots.at(-1);
  if (read === undefined || areNoted(bills, read)) return true;
  const snapshots = [...state.snapshots.slice(0, -1), { ...read, bills: namesOf(bills) }];
  const { revision } = state;
  const { done } = await records.transact([
    unchanged(seen),
    { kind: "snapshots", state: { ...state, snapshots }, revision },
  ]);
  return done;
}

/** Whether a snapshot is known to follow from these versions of bills. */
export function areNoted(bills: readonly SnapshotBill[], read: SnapshotEntry): boolean {
  return JSON.stringify(read.bills) === JSON.stringify(namesOf(bills));
}

/** Tells of budgets that a snapshot crossed and no event told of yet; whoever made another one since tells themselves. */
export async function tellBudgets({ snapshots, hash }: Ports, spent: Spent): Promise<readonly Crossing[]> {
  const told: Crossing[] = [];
  for (;;) {
    const state = await snapshots.state(spent.period, spent.basis);
    const crossed = untold(spent, state).slice(0, MOST_EVENTS);
    if (state.snapshots.at(-1)?.id !== spent.id || crossed.length === 0) return told;
    const keys = [...state.crossed, ...crossed.map(({ key }) => key)];
    const { done } = await snapshots.transact([
      { kind: "snapshots", state: { ...state, crossed: keys }, revision: state.revision },
      ...outgoing(crossed, spent, hash),
    ]);
    if (done) told.push(...crossed);
  }
}

/** A month may be closed, or its bill restated, while it is divided. */
function unchanged({ period, revision }: PeriodState) {
  return { kind: "unchanged", period, revision } as const;
}

/** One basis is watched, or each would tell of the same money. */
function untold({ config, report, basis }: Omit<Spent, "at">, { crossed }: SnapshotState): Crossing[] {
  return basis === "effective" ? crossings(config, report, crossed) : [];
}

function outgoing(crossed: readonly Crossing[], spent: CrossingSnapshot, { sha256 }: Hash) {
  return crossed.map(
    (crossing) => ({ kind: "outgoing", event: budgetCrossed(crossing, spent, sha256) }) as const,
  );
}

function entryOf({ id, digest, at, bills, configuration }: Snapshot): SnapshotEntry {
  return { id, digest, at, bills: namesOf(bills), configuration };
}

function namesOf(bills: readonly SnapshotBill[]): SnapshotEntry["bills"] {
  return bills.map(({ export: name, version }) => ({ export: name, version }));
}
