import type { Basis } from "../costs/charge.ts";
import type { LedgerWrite, Transacted } from "../ledger/write.ts";
import type { Detail, DetailBytes, DetailEntry, DetailHolder } from "../snapshots/detail.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { SnapshotState } from "../snapshots/state.ts";

/** A change of what is known of snapshots. */
export type SnapshotWrite =
  /** Replaces what is read of a period on a basis: refused when it has another revision than was seen. */
  | { readonly kind: "snapshots"; readonly state: SnapshotState; readonly revision: number }
  /** Changes nothing: refused when what is read of the bills of a period has another revision than was seen. */
  | { readonly kind: "unchanged"; readonly period: string; readonly revision: number }
  | Extract<LedgerWrite, { readonly kind: "outgoing" }>;

/** Where snapshots are kept, and which one is read. */
export interface SnapshotRecords {
  /** What is known of a period on a basis; revision 0 where that is nothing. */
  state(period: string, basis: Basis): Promise<SnapshotState>;
  /** Everything of which anything is known, ordered by period and basis. */
  states(): Promise<readonly SnapshotState[]>;
  /** Keeps a snapshot by its id and digest, unseen until a state names it; the same again changes nothing. */
  keep(snapshot: Snapshot): Promise<void>;
  /**
   * A snapshot: of one id the one with a digest, or the one that a state named last; null where it is not kept.
   *
   * @throws LostSnapshot when it is not what was kept
   */
  read(id: string, digest?: string): Promise<Snapshot | null>;
  /**
   * The same whatever its content is, for whoever tells what is wrong with it.
   *
   * @throws LostSnapshot when nothing can be read of it
   */
  readUnproven(id: string, digest?: string): Promise<Snapshot | null>;
  /**
   * Keeps what a snapshot's money is made of, holder after holder and then all at once, in place of what was kept of that
   * id; what was kept already, of any snapshot, is not written again.
   */
  keepDetails(id: string, details: AsyncIterable<Detail>): Promise<void>;
  /** Of whom details of a snapshot are kept, ordered by holder; null where nothing is. */
  details(id: string): Promise<readonly DetailEntry[] | null>;
  /**
   * What a holder's money is made of, by one query; null where a snapshot's holder has none.
   *
   * @throws outside-failure when it is not what was kept
   */
  readDetail(id: string, holder: DetailHolder): Promise<Detail | null>;
  /**
   * What a holder's money is made of, of whom {@link SnapshotRecords.details} told.
   *
   * @throws outside-failure when it is not what was kept
   */
  readDetailOf(entry: DetailEntry): Promise<Detail>;
  /** The same as it is stored: nothing is decompressed, and only its length is looked at. */
  readDetailBytes(id: string, holder: DetailHolder): Promise<DetailBytes | null>;
  /** Writes everything, or nothing where a condition does not hold. */
  transact(writes: readonly SnapshotWrite[]): Promise<Transacted>;
}
