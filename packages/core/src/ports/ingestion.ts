import type { DatedResource } from "../bills/dated.ts";
import type { Holder, HolderDay, HolderMonth } from "../bills/day.ts";
import type { Delivery } from "../bills/delivery.ts";
import type { PeriodState } from "../bills/period-state.ts";
import type { PlacedCombinations, PlacedDay } from "../bills/placed.ts";
import type { BillVersion, ControlTotal, DaysWritten } from "../bills/version.ts";
import type { KindFacts } from "../costs/attribution/kind.ts";
import type { Basis, ChargeGroup } from "../costs/charge.ts";
import type { ChargeNeeds } from "../costs/query.ts";
import type { TagledgerError } from "../errors.ts";
import type { LedgerWrite, Transacted } from "../ledger/write.ts";
import type { Bill, ChargeQuery } from "../ports.ts";

export type { PlacedCombinations, PlacedDay };

/** Where bills are delivered: a bucket, or a disk. */
export interface Deliveries {
  /**
   * The deliveries at a place: a manifest, a folder or prefix with manifests, or files that are a bill without one. Of
   * each export and period the newest only, ordered by export and period.
   *
   * @param broken is told of manifests that cannot be read or list what is not there, where others can; without it they throw
   * @throws bad-input naming the place where there is none, or a manifest that cannot be read or lists what is not there
   */
  find(place: string, broken?: (problem: TagledgerError) => void): Promise<readonly Delivery[]>;
  /** The places of the manifest and the parts of a delivery that are no longer what they were. */
  changed(delivery: Delivery): Promise<readonly string[]>;
}

/** How a delivery is read. */
export interface StageOptions {
  readonly needs: ChargeNeeds;
  /** Which kinds of charge follow others; the charges on their resources are told apart by resource. */
  readonly follows: (kind: KindFacts) => boolean;
  readonly dated: readonly DatedResource[];
}

/** A delivery that was read whole: its lines grouped into cells, which nobody sees yet. */
export interface StagedBill {
  readonly format: string;
  readonly lines: number;
  readonly currency: string;
  readonly bases: readonly Basis[];
  readonly payers: readonly string[];
  readonly totals: readonly ControlTotal[];
  /** The tag keys that the bill holds, as it spells them. */
  readonly tagNames: readonly string[];
  /** Files of cells on this machine, until {@link StagedBill.discard}. */
  readonly files: readonly string[];
  /** How many bytes of the parts had to be fetched. */
  readonly bytes: number;
  /** Removes what the reading left on this machine. */
  discard(): Promise<void>;
}

/** What is asked of cells. */
export interface CellQuery extends ChargeQuery {
  /** Further bases on which groups tell what they come to. */
  readonly besides?: readonly Basis[];
}

/** The cells of a version, open to be read: as a bill, whose groups are numbered combinations of facts, and by day. */
export interface CellBill extends Bill {
  charges(query: CellQuery): AsyncIterable<readonly ChargeGroup[]>;
  /** How many combinations of facts there are; `ChargeGroup.combination` counts from 0. */
  readonly combinations: number;
  /** What counts at each destination, ordered by destination and day, some rows at a time. */
  days(placed: PlacedCombinations): AsyncIterable<readonly PlacedDay[]>;
}

/** What reads bills of any size: lines into cells, and cells again. */
export interface BillEngine {
  /**
   * Reads a delivery, whole or not at all.
   *
   * @throws bad-input naming file, line and value: what cannot be read exactly, lines that stand twice, lines of another
   * period, several currencies
   * @throws outside-failure where a part is no longer what it was, cannot be reached, or there is no room
   */
  stage(delivery: Delivery, options: StageOptions): Promise<StagedBill>;
  /** Opens the cells of a version. */
  open(files: readonly string[], basis: Basis): Promise<CellBill>;
}

/** Where the cells of versions are kept: a bucket, or a folder. */
export interface CellStore {
  /**
   * Keeps the cells of a version, all files or none.
   *
   * @returns where they are
   */
  keep(version: Pick<BillVersion, "export" | "period" | "id">, files: readonly string[]): Promise<string>;
  /**
   * Brings kept cells to this machine.
   *
   * @throws outside-failure where they are not there, or not as they were kept
   */
  open(place: string): Promise<{ readonly files: readonly string[]; close(): Promise<void> }>;
  /** Removes kept cells; what is not there is removed already. */
  remove(place: string): Promise<void>;
}

/** Where it is kept which versions of bills there are, what is read of each period, and whose charges stand on which day. */
export interface BillRecords {
  /** The periods of which anything is known, ascending. */
  periods(): Promise<readonly PeriodState[]>;
  /** What is known of a period; revision 0 where that is nothing. */
  period(period: string): Promise<PeriodState>;
  /** All versions of a period, ordered by export and sequence. */
  versions(period: string): Promise<readonly BillVersion[]>;
  /**
   * Writes everything, or nothing where a condition does not hold.
   */
  transact(writes: readonly BillWrite[]): Promise<Transacted>;
  /**
   * Writes those days of a version that are not as the chain in force has them, unseen until a pointer names the
   * sequence.
   *
   * @param days ordered by holder and day
   */
  writeDays(
    version: Pick<BillVersion, "export" | "period" | "sequence">,
    chain: readonly number[],
    days: AsyncIterable<HolderDay>,
  ): Promise<DaysWritten>;
  /** Removes team-days that no chain holds any more; what is being taken in by somebody else stays. */
  tidyDays(state: PeriodState, name: string): Promise<number>;
  /** All days of a holder in a month, of the versions in force, never of two versions of one export. */
  month(holder: Holder, period: string): Promise<HolderMonth>;
  /** The holders that have days in a month, or had days of versions before. */
  holders(period: string): Promise<readonly Holder[]>;
}

/** A change of what is known of bills. */
export type BillWrite =
  /** Replaces what is read of a period: refused when it has another revision than was seen. */
  | { readonly kind: "period"; readonly state: PeriodState; readonly revision: number }
  /** Changes nothing: refused when what is read of a period has another revision than was seen. */
  | { readonly kind: "unchanged"; readonly period: string; readonly revision: number }
  /** Remembers a version; the last word counts. */
  | { readonly kind: "version"; readonly version: BillVersion }
  | Extract<LedgerWrite, { readonly kind: "outgoing" }>;

/** A tag key as billing knows it. */
export interface CostAllocationTag {
  readonly key: string;
  /** Whether bills hold it. */
  readonly active: boolean;
  /** The month in which it was last seen, as `2026-09-01`; null where it never was. */
  readonly lastUsed: string | null;
}

/** Which tags stand in bills at all. */
export interface CostAllocationTags {
  /**
   * All tag keys that people gave resources and billing has seen.
   *
   * @throws outside-failure where billing cannot be asked
   */
  list(): Promise<readonly CostAllocationTag[]>;
  /**
   * Has keys stand in bills from then on.
   *
   * @returns for each in their order null, or why it could not be done
   */
  activate(
    keys: readonly string[],
  ): Promise<readonly { readonly key: string; readonly problem: string | null }[]>;
}
