import type { TagMap } from "./catalog/tags.ts";
import type { Config } from "./config/definition.ts";
import type { KindFacts } from "./costs/attribution/kind.ts";
import type { Basis, ChargeGroup } from "./costs/charge.ts";
import type { ChargeNeeds } from "./costs/query.ts";
import type { UsageRow } from "./costs/sharing/usage.ts";
import type { AccrualRecord } from "./ledger/accrual.ts";
import type { Approval } from "./ledger/approval.ts";
import type { Fact } from "./ledger/fact.ts";
import type { OutgoingEvent } from "./ledger/outbox.ts";
import type { PastDeeds } from "./ledger/past-deeds.ts";
import type { Page, ResourceCounts, ResourceFilter, ResourceQuery } from "./ledger/query.ts";
import type {
  EventCount,
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
import type { RequestRecords } from "./ports/requests.ts";
import type { Fields } from "./remediation/fields.ts";
import type { Inspection } from "./remediation/inspection.ts";
import type { Message } from "./remediation/message.ts";
import type { Refusal } from "./remediation/refusal.ts";
import type { Report } from "./reports/report.ts";
import type { Miss } from "./tags/lifecycle/life.ts";

/** A part of a bill that was read. */
export interface BillSource {
  readonly path: string;
  readonly format: string;
  readonly lines: number;
  /** The accounts that are billed, where that is known. */
  readonly payers?: readonly string[];
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

/** A resource whose live tags are wanted. */
export interface Sought {
  /** Its name in the ledger. */
  readonly resource: string;
  readonly arn: string | null;
  readonly id: string;
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
}

/** What a look at the live tags of a resource gave; null where what events told of them is to be taken for all. */
export type Look = { readonly tags: TagMap | null } | { readonly miss: Miss };

/** A resource that exists, as a sweep finds it. */
export interface Existing extends Sought {
  readonly tags: TagMap;
}

/** What exists in the accounts and regions that we may see. */
export interface Inventory {
  /**
   * The live tags of resources, asked for in batches as their services take them.
   *
   * @returns a look for each, in their order; a service that refuses or fails is a look, too
   */
  look(sought: readonly Sought[]): Promise<readonly Look[]>;
  /**
   * All resources that can be listed, some at a time, in no order.
   *
   * @throws outside-failure where a list breaks off: nobody can tell then what is missing from it
   */
  list(): AsyncIterable<readonly Existing[]>;
  /** Whether a whole list holds a resource if it exists: not every service lists what was never tagged. */
  lists(sought: Sought): boolean;
}

/** What can be done to resources, other than to tag them; a refusal is an answer, and nothing is done twice by asking twice. */
export interface Remedies {
  /** What a resource is like at this instant, and what each of these remedies of its type would change of it. */
  inspect(target: Sought, remedies: readonly string[]): Promise<Inspection | Refusal>;
  /**
   * What a remedy would set, given what there is; what it needs for that, such as a group without rules, is made where
   * it is not there.
   */
  aim(target: Sought, remedy: string, before: Fields): Promise<Fields | Refusal>;
  /** Sets fields of a remedy, all those given, to quarantine or to give back. */
  set(target: Sought, remedy: string, fields: Fields): Promise<Refusal | null>;
}

/** Tags to write to a resource. */
export interface Tagging {
  readonly target: Sought;
  /** Added to what it carries, or put in the place of what these keys hold. */
  readonly set: TagMap;
  /** Keys that are taken off, after the others are on. */
  readonly remove: readonly string[];
}

/** How tags are written. */
export interface Tagger {
  /**
   * Writes tags, asked for in batches as services take them; what a resource carries besides stays.
   *
   * @returns for each in their order null, or why it could not be done
   */
  write(taggings: readonly Tagging[]): Promise<readonly (Refusal | null)[]>;
}

/** What became of a message. */
export interface Delivered {
  /** The channels that took it; empty where none did. */
  readonly via: readonly string[];
  /** The channels to which it was given and that did not take it. */
  readonly refusedBy: readonly string[];
}

/** How people are told. */
export interface Notifier {
  /** Sends a message over all channels that lead to whom it is for. */
  send(message: Message): Promise<Delivered>;
}

/** Where others hear what we did. */
export interface EventBus {
  /**
   * Hands over events.
   *
   * @returns for each in their order whether the bus took it
   */
  put(events: readonly OutgoingEvent[]): Promise<readonly boolean[]>;
}

/** A configuration as it was published. */
export interface Published {
  readonly config: Config;
  /** The hash that every decision names. */
  readonly hash: string;
}

/** Where the configuration in force is. */
export interface Configurations {
  /**
   * The one that is in force at this instant.
   *
   * @throws bad-configuration where it cannot be read, outside-failure where it cannot be reached
   */
  current(): Promise<Published>;
}

/** Where a configuration comes into force. */
export interface Publisher {
  /**
   * Puts the text of a configuration in the place of the one that was in force, at once and as a whole.
   *
   * @returns where it is now, as people name it
   * @throws outside-failure where that cannot be reached; the one before is in force then
   */
  publish(text: string): Promise<string>;
}

/**
 * The durable record. What is read by name (an event, a history, an input, a report) is as it was written last; lists
 * and counts may be a moment behind.
 */
export interface Ledger extends RequestRecords {
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
  /** Incarnations that have to be looked at again by an instant, those that wait longest first. */
  due(by: number, limit: number): Promise<readonly ResourceRecord[]>;
  /** What costs something at an instant of its month or did so earlier in that month, some at a time, in no order. */
  accruals(month: string): AsyncIterable<readonly AccrualRecord[]>;
  /** How many events of a UTC day, as in `2026-09-01`, came to what; those that are still remembered. */
  events(day: string): Promise<readonly EventCount[]>;
  /** Events that were not sent yet, the oldest first. */
  outgoing(limit: number): Promise<readonly OutgoingEvent[]>;
  /** What breakers count, and what they held back. */
  deeds(): Promise<PastDeeds>;
  /** All rules that were ever turned on, ordered by time. */
  approvals(): Promise<readonly Approval[]>;
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
