import { type Actor, actorOf } from "../catalog/actor.ts";
import { type CloudTrailEvent, isObject, isUnreadable, parseEvent } from "../catalog/event.ts";
import { extract } from "../catalog/extract.ts";
import type { Config } from "../config/definition.ts";
import { type Told, toldBy } from "../ledger/told.ts";
import type { Timelines, Trail, TrailItem } from "../ports.ts";
import type { AuditedEvent, AuditItem, UnreadableItem } from "../reports/audit/audited.ts";
import { ownActions } from "../tags/own-action.ts";
import { type Judge, type Judgement, judge } from "../tags/verdict/judge.ts";
import { judgeInTime } from "./judge-in-time.ts";
import { recall } from "./recall.ts";

/** What is to be audited. */
export interface AuditRequest {
  readonly config: Config;
  readonly paths: readonly string[];
}

/** How one resource of an event is judged. */
type Verdicts = (told: Told, event: CloudTrailEvent) => Judgement | Promise<Judgement>;

/**
 * Judges each event of a log by what it shows: everything in the log gives one item, in its order, and memory does not
 * grow with it.
 *
 * @throws bad-input when a path does not exist
 */
export async function* audit(
  { trail }: { readonly trail: Trail },
  { config, paths }: AuditRequest,
): AsyncGenerator<AuditItem> {
  const { atSight } = judge(config);
  yield* auditedItems(trail, { config, paths }, ({ subject }) => atSight(subject));
}

/**
 * Judges each event of a log that is taken to hold all tagging: the log is read once to learn what was tagged when, and
 * once more for verdicts that count it up to the end of the grace.
 *
 * @throws bad-input when a path does not exist
 */
export async function* auditComplete(
  { trail, timelines }: { readonly trail: Trail; readonly timelines: Timelines },
  { config, paths }: AuditRequest,
): AsyncGenerator<AuditItem> {
  for await (const item of trail.read(paths)) {
    const told = toldIn(item);
    if (told.length > 0) await timelines.add(told);
  }
  const mine: Judge = judge(config);
  const timelineOf = recall(timelines);
  yield* auditedItems(trail, { config, paths }, async ({ name, subject }, { at }) =>
    judgeInTime(mine, subject, await timelineOf(name), at),
  );
}

function toldIn(item: TrailItem): Told[] {
  if ("problem" in item) return [];
  const event = parseEvent(item.record);
  if (isUnreadable(event)) return [];
  const extraction = extract(event);
  return extraction.outcome === "skipped" ? [] : toldBy(event, extraction, actorOf(event));
}

async function* auditedItems(
  trail: Trail,
  { config, paths }: AuditRequest,
  verdictOf: Verdicts,
): AsyncGenerator<AuditItem> {
  const isOwn = ownActions(config);
  for await (const item of trail.read(paths)) {
    if ("problem" in item) yield { foreign: false, ...item };
    else {
      const event = parseEvent(item.record);
      yield isUnreadable(event)
        ? unreadable(item.record, event.unreadable, item.place)
        : await auditedEvent(event, item.place, { isOwn, verdictOf });
    }
  }
}

async function auditedEvent(
  event: CloudTrailEvent,
  place: string,
  { isOwn, verdictOf }: { readonly isOwn: (actor: Actor) => boolean; readonly verdictOf: Verdicts },
): Promise<AuditedEvent> {
  const actor = actorOf(event);
  const seen = { event, place, actor };
  const extraction = extract(event);
  if (extraction.outcome === "skipped") {
    const { skipReason, resources } = extraction;
    return { ...seen, outcome: "skipped", skipReason, resources };
  }
  if (isOwn(actor)) return { ...seen, outcome: "skipped", skipReason: "own-action", resources: [] };
  const resources = [];
  for (const told of toldBy(event, extraction, actor)) {
    const { name, stated, requestTags } = told;
    resources.push({ name, resource: stated, requestTags, judgement: await verdictOf(told, event) });
  }
  return { ...seen, outcome: "evaluated", kind: extraction.kind, resources };
}

/** Names by which a record of CloudTrail is known, however damaged. */
const MARKS = ["eventSource", "eventName", "eventTime", "eventVersion", "eventID", "userIdentity"];

function unreadable(record: unknown, problem: string, place: string): UnreadableItem {
  const inner = isObject(record) && isObject(record.detail) ? record.detail : record;
  return { place, problem, foreign: !isObject(inner) || !MARKS.some((mark) => mark in inner) };
}
