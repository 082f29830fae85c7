import type { KindFacts } from "./costs/attribution/kind.ts";
import type { Basis, ChargeGroup } from "./costs/charge.ts";
import type { ChargeNeeds } from "./costs/query.ts";
import type { UsageRow } from "./costs/sharing/usage.ts";

/** A part of a bill that was read. */
export interface BillSource {
  readonly path: string;
  readonly format: string;
  readonly lines: number;
}

/** A kind of line that a bill holds: enough to choose a period and a currency, and to know which charges follow. */
export interface BillContent extends KindFacts {
  /** `YYYY-MM` */
  readonly period: string;
  /** ISO 4217, or empty where the bill does not say. */
  readonly currency: string;
  readonly lines: number;
}

/** Which charges of a bill are wanted. */
export interface ChargeQuery {
  readonly period: string;
  readonly currency: string;
  /** The kinds of charge that follow others; the charges on their resources are told apart by resource. */
  readonly followers: readonly KindFacts[];
}

/** A bill that was opened and found whole. */
export interface Bill {
  readonly sources: readonly BillSource[];
  readonly contents: readonly BillContent[];
  /**
   * The charges of a period in one currency, in groups that no rule can tell apart; a charge may be spread over
   * several groups of the same facts.
   *
   * @throws bad-input naming file, line and value where an amount cannot be read exactly
   */
  charges(query: ChargeQuery): AsyncIterable<readonly ChargeGroup[]>;
  close(): Promise<void>;
}

/** How a bill is to be read. */
export interface BillOptions {
  readonly basis: Basis;
  readonly needs: ChargeNeeds;
}

/** Where bills are read from. */
export interface Bills {
  /**
   * Opens files or folders as one bill.
   *
   * @throws bad-input naming the file where it is no bill, is damaged, or overlaps another
   */
  open(paths: readonly string[], options: BillOptions): Promise<Bill>;
}

/** Where usage samples are read from. */
export interface Usage {
  /**
   * Reads all samples of files or folders.
   *
   * @throws bad-input naming file and line where a sample cannot be read
   */
  read(paths: readonly string[]): Promise<readonly UsageRow[]>;
}

/** How content is addressed. */
export interface Hash {
  /** SHA-256 of a UTF-8 text, in hexadecimal. */
  sha256(text: string): string;
}

/** One thing found in a log: a record as JSON holds it, or what is wrong at a place. */
export type TrailItem =
  | { readonly record: unknown; readonly place: string }
  | { readonly problem: string; readonly place: string };

/** Where CloudTrail logs are read from. */
export interface Trail {
  /**
   * Reads all records of files or folders, one after another; a file that breaks gives what came before.
   *
   * @throws bad-input when a path does not exist
   */
  read(paths: readonly string[]): AsyncIterable<TrailItem>;
}
