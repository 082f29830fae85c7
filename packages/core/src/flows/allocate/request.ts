import type { Config } from "../../config/definition.ts";
import type { Basis } from "../../costs/charge.ts";
import type { SnapshotRecords } from "../../ports/snapshots.ts";
import type { UsageSource } from "../../ports/usage-sources.ts";
import type { Hash } from "../../ports.ts";
import type { Crossing } from "../../snapshots/budgets.ts";
import type { Snapshot } from "../../snapshots/snapshot.ts";
import type { StoredBillPorts } from "../stored-bills.ts";

/** By what bills that were taken in are divided, and where what comes of it is kept. */
export interface AllocatePorts extends StoredBillPorts {
  readonly snapshots: SnapshotRecords;
  readonly sources: readonly UsageSource[];
  readonly hash: Hash;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Hears what is being done. */
  readonly progress?: (message: string) => void;
  /** Hears what people are to know, which is no failure. */
  readonly note?: (message: string) => void;
}

/** What is divided, by which rules. */
export interface AllocateRequest {
  /** `YYYY-MM` */
  readonly period: string;
  readonly config: Config;
  /** The hash of the configuration. */
  readonly configuration: string;
  /** All that the bills hold if left out. */
  readonly bases?: readonly Basis[] | undefined;
  /** Whether usage that cannot be read any more is done without, where the snapshot that is read holds it. */
  readonly withoutFailed?: boolean | undefined;
}

/**
 * What became of a basis: a snapshot was `published`, all was as it is `again`, or what is read of a closed month is
 * `held`.
 */
export interface Allocated {
  readonly period: string;
  readonly basis: Basis;
  readonly outcome: "published" | "again" | "held";
  /** The one that is read then; null where a month was closed before there was one. */
  readonly snapshot: Snapshot | null;
  /** Why it is held; null where it is not. */
  readonly reason: string | null;
  /** Thresholds of budgets of which events tell now. */
  readonly crossed: readonly Crossing[];
}
