import type { Actor } from "../catalog/actor.ts";
import type { CloudTrailEvent } from "../catalog/event.ts";
import type { Config } from "../config/definition.ts";
import { TagledgerError } from "../errors.ts";
import type { Fact } from "../ledger/fact.ts";
import { factsOf, type Incarnation, incarnationsOf } from "../ledger/incarnations.ts";
import { recordOf } from "../ledger/record.ts";
import type { ResourceHistory, ResourceRecord } from "../ledger/resource.ts";
import { timelineOf } from "../ledger/timeline.ts";
import { TRANSACTION_ITEMS } from "../ledger/write.ts";
import type { Ledger, Timelines, Trail } from "../ports.ts";
import { type AuditItem, isUnreadableItem } from "../reports/audit/audited.ts";
import { ownActions } from "../tags/own-action.ts";
import type { Subject } from "../tags/subject.ts";
import { type Judgement, judge } from "../tags/verdict/judge.ts";
import { auditComplete } from "./audit.ts";
import { judgeInTime } from "./judge-in-time.ts";
import { recall } from "./recall.ts";

/** What a replay needs. */
export interface ReplayPorts {
  readonly trail: Trail;
  readonly timelines: Timelines;
  readonly ledger: Ledger;
}

/** What is replayed. */
export interface ReplayRequest {
  readonly config: Config;
  readonly paths: readonly string[];
  /** The hash of the configuration. */
  readonly configuration: string;
}

/**
 * Records in the ledger every resource of a log that is taken to hold all tagging, with what happened to it and the
 * verdict after the last of that. Replayed again, it leaves the same.
 *
 * @returns what was found in the log, in its order
 */
export async function* replayLog(
  { trail, timelines, ledger }: ReplayPorts,
  { config, paths, configuration }: ReplayRequest,
): AsyncGenerator<AuditItem> {
  const mine = judge(config);
  const isOwn = ownActions(config);
  const timelineNamed = recall(timelines);
  for await (const item of auditComplete({ trail, timelines }, { config, paths })) {
    if (!isUnreadableItem(item) && item.outcome === "evaluated") {
      for (const { name, judgement } of item.resources) {
        const logged = incarnationsOf(await timelineNamed(name)).find((life) =>
          isFirst(life, item.event, isOwn),
        );
        // Each life is recorded once, with all that the log tells of it.
        if (logged === undefined) continue;
        for (const record of await recordsOf(name, logged, judgement.subject)) await keep(ledger, ...record);
      }
    }
    yield item;
  }

  /** Other logs may have told of it before, and tell lives apart that look like one in this log. */
  async function recordsOf(name: string, logged: Incarnation, subject: Subject) {
    const history = await ledger.history(name);
    const timeline = timelineOf([...history.facts, ...factsOf(logged)]);
    const ids = new Set(factsOf(logged));
    const lives = incarnationsOf(timeline).filter((life) => factsOf(life).some((fact) => ids.has(fact)));
    return lives.map((life) => {
      const last = judgeInTime(mine, knownSubject(subject, history, life), timeline, life.touched);
      const facts = [...factsOf(life), decision(last, life)];
      return [recordOf(name, life, last, configuration), facts] as const;
    });
  }
}

/** Whether an event is the first that others than ourselves added to a life. */
function isFirst(
  life: Incarnation,
  { at, eventId }: CloudTrailEvent,
  isOwn: (actor: Actor) => boolean,
): boolean {
  const first = factsOf(life).find(({ actor }) => actor === null || !isOwn(actor));
  return first?.at === at && first.eventId === eventId;
}

/** What it is, as its creation said: a call that only tags it may know less. */
function knownSubject(subject: Subject, { incarnations }: ResourceHistory, life: Incarnation): Subject {
  const known = incarnations.find(({ incarnation }) => incarnation === life.id);
  if (known === undefined) return subject;
  const { arn, id, type, account, region } = known;
  return { ...subject, arn, id, type, account, region };
}

/** The verdict as a fact; it falls into the life that it is about. */
function decision({ verdict, subject }: Judgement, { ended }: Incarnation): Fact {
  const at = Math.min(subject.at, ended - 1);
  return { kind: "decided", at, eventId: null, part: 0, actor: null, verdict };
}

/** Writes a record, and of many facts no more at once than a transaction may hold. */
async function keep(ledger: Ledger, record: ResourceRecord, facts: readonly Fact[]): Promise<void> {
  const { resource } = record;
  // The record and the version of the history take room as well.
  const most = TRANSACTION_ITEMS - 2;
  for (let from = 0; from === 0 || from < facts.length; from += most) {
    const { version } = await ledger.history(resource);
    const part = facts.slice(from, from + most);
    const written = await ledger.transact([
      { kind: "resource", resource, version, incarnations: [record], facts: part },
    ]);
    if (!written.done)
      throw new TagledgerError(
        "outside-failure",
        `${resource}: the ledger is being changed by another process`,
        { resource },
      );
  }
}
