import type { KindFacts } from "./costs/attribution/kind.ts";
import type { Basis, ChargeGroup } from "./costs/charge.ts";
import type { ChargeNeeds } from "./costs/query.ts";
import type { UsageRow } from "./costs/sharing/usage.ts";
import type { Fact } from "./ledger/fact.ts";
import type { Page, ResourceCounts, ResourceFilter, ResourceQuery } from "./ledger/query.ts";
import type {
  EventRecord,
  Forgetting,
  Forgotten,
  InputRecord,
  PublishedPeriod,
  PublishedReport,
} from "./ledger/records.ts";
import type { ResourceHistory, ResourceRecord } from "./ledger/resource.ts";
import type { Told } from "./ledger/told.ts";
import type { LedgerWrite, Transacted } from "./ledger/write.ts";
import type { Report } from "./reports/report.ts";

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
  | {
      readonly problem: string;
      readonly place: string;
      /** Whether it is in a file of something else. */
      readonly foreign?: boolean;
    };

/** Where CloudTrail logs are read from. */
export interface Trail {
  /**
   * Reads all records of files or folders, one after another; a file that breaks gives what came before.
   *
   * @throws bad-input when a path does not exist
   */
  read(paths: readonly string[]): AsyncIterable<TrailItem>;
}

/** Where it is kept what happened to each of many resources, more than memory may hold, for as long as a log is read. */
export interface Timelines {
  /** Adds what one event tells of resources. */
  add(told: readonly Pick<Told, "name" | "facts">[]): Promise<void>;
  /** All that was told of a resource, in the order in which it was added. */
  read(name: string): Promise<readonly Fact[]>;
  close(): Promise<void>;
}

/**
 * The durable record. What is read by name (an event, a history, an input, a report) is as it was written last; lists
 * and counts may be a moment behind.
 */
export interface Ledger {
  /**
   * Writes everything, or nothing where the condition of one write does not hold.
   *
   * @throws RangeError when that is more than one transaction may hold, see `itemCount`
   */
  transact(writes: readonly LedgerWrite[]): Promise<Transacted>;
  /** What became of an event; null where the ledger does not remember it at this instant. */
  event(eventId: string, at: number): Promise<EventRecord | null>;
  /** All that is known under the name of a resource. */
  history(resource: string): Promise<ResourceHistory>;
  /**
   * Lists incarnations, the newest first; what is added in the meantime moves nothing to another page.
   *
   * @throws bad-input when `after` is no place in a list
   */
  resources(query: ResourceQuery): Promise<Page<ResourceRecord>>;
  count(filter: ResourceFilter): Promise<ResourceCounts>;
  /** What became of an input; null where it was never read. */
  input(source: string): Promise<InputRecord | null>;
  /** All inputs, ordered by source. */
  inputs(): Promise<readonly InputRecord[]>;
  /**
   * Makes a report the one that is read for its period and basis, at once and as a whole.
   *
   * @returns false where the published one has a later `asOf`
   */
  publishReport(report: Report, asOf: number): Promise<boolean>;
  /** The published report; null where there is none. */
  readReport(period: string, basis: Basis): Promise<PublishedReport | null>;
  /** What is published, ordered by period and basis. */
  periods(): Promise<readonly PublishedPeriod[]>;
  /** Forgets who did what before an instant, and what has expired; the rest of every record stays. */
  forget(forgetting: Forgetting): Promise<Forgotten>;
  close(): Promise<void>;
}
