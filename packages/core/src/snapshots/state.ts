import type { Basis } from "../costs/charge.ts";

/** A snapshot as lists name it. */
export interface SnapshotEntry {
  readonly id: string;
  /** Tells it from one of the same id that was made at another time: see `Snapshot.digest`. */
  readonly digest: string;
  readonly at: number;
  /** What it follows from: export and version, ordered; of versions with the same charges the newest. */
  readonly bills: readonly { readonly export: string; readonly version: string }[];
  readonly configuration: string;
}

/** What is read of a period on a basis: one record, so that it changes as a whole. */
export interface SnapshotState {
  readonly period: string;
  readonly basis: Basis;
  /** Counts the changes, from 0 where nothing is known; whoever changes it says which one they have seen. */
  readonly revision: number;
  /** All snapshots there were, the newest last: that one is read. */
  readonly snapshots: readonly SnapshotEntry[];
  /** Thresholds of budgets that were crossed, which is told once, see {@link budgetKey}. */
  readonly crossed: readonly string[];
}
