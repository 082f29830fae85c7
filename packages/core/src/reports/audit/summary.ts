import type { Verdict } from "../../tags/verdict/judge.ts";
import { type AuditedResource, type AuditItem, isUnreadableItem } from "./audited.ts";
import { Burn } from "./burn.ts";
import { identityOf } from "./identity.ts";
import { RecentTexts } from "./recent.ts";
import { CrossTally, Tally } from "./tally.ts";

/** Verdicts that ask for somebody to do something, or to look again. */
const OPEN: ReadonlySet<Verdict> = new Set(["repairable", "undecided", "violating"]);

/** What an audit found, in numbers; its memory does not grow with the log. */
export class AuditSummary {
  /** Events by outcome: `evaluated`, or why they were skipped. */
  readonly outcomes = new Tally();
  /** Mutations that the catalog lacks, as `kafka.amazonaws.com CreateVpcConnection`. */
  readonly unknown = new Tally();
  /** What could not be read: records, and files that break. */
  unreadable = 0;
  /** Files and records that are none of CloudTrail's. */
  foreign = 0;
  /** Events that came again. */
  again = 0;
  /** Resources by verdict, those that were created and those that were tagged. */
  readonly created = new Tally<Verdict>();
  readonly tagged = new Tally<Verdict>();
  /** Verdicts by team, null for those of nobody, and by service as in `ec2`. */
  readonly teams = new CrossTally<string | null, Verdict>();
  readonly services = new CrossTally<string, Verdict>();
  /** Findings by reason and key, as `missing ml-team`. */
  readonly reasons = new Tally();
  /** What was created and asks for attention, by what it costs in an hour while it runs. */
  readonly burn = new Burn();
  /** ISO 8601; null where nothing could be read. */
  first: string | null = null;
  last: string | null = null;

  readonly #seen = new RecentTexts();

  /** Counts one thing found in a log; what was counted before is only counted as such. */
  add(item: AuditItem): void {
    if (isUnreadableItem(item)) {
      if (item.foreign) this.foreign++;
      else this.unreadable++;
      return;
    }
    const { eventTime, eventSource, eventName } = item.event;
    const identity = identityOf(item);
    if (identity !== null && this.#seen.isAgain(identity)) {
      this.again++;
      return;
    }
    if (this.first === null || eventTime < this.first) this.first = eventTime;
    if (this.last === null || eventTime > this.last) this.last = eventTime;
    this.outcomes.add(item.outcome === "skipped" ? item.skipReason : item.outcome);
    if (item.outcome === "evaluated") {
      for (const resource of item.resources) this.#addResource(resource, item.kind);
    } else if (item.skipReason === "unknown-event") this.unknown.add(`${eventSource} ${eventName}`);
  }

  /** Whether any resource asks for attention. */
  get hasFindings(): boolean {
    return [this.created, this.tagged].some((verdicts) =>
      verdicts.sorted().some(({ name }) => OPEN.has(name)),
    );
  }

  #addResource({ resource, judgement, hourly }: AuditedResource, kind: "creation" | "tagging"): void {
    const { verdict, findings, owner } = judgement;
    (kind === "creation" ? this.created : this.tagged).add(verdict);
    if (kind === "creation" && OPEN.has(verdict)) this.burn.add(owner.team, hourly);
    this.teams.add(owner.team, verdict);
    this.services.add(resource.type.slice(0, resource.type.indexOf(":")), verdict);
    for (const { reason, key } of findings) this.reasons.add(`${reason} ${key}`);
  }
}
