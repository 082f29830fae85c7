import { type Actor, actorOf } from "../catalog/actor.ts";
import { type CloudTrailEvent, isUnreadable, parseEvent } from "../catalog/event.ts";
import { extract } from "../catalog/extract.ts";
import type { Config } from "../config/definition.ts";
import { type Told, toldBy } from "../ledger/told.ts";
import type { Timelines, Trail, TrailItem } from "../ports.ts";
import type { AuditedEvent, AuditedResource, AuditItem } from "../reports/audit/audited.ts";
import type { PriceBook } from "../spend/price.ts";
import { ownActions } from "../tags/own-action.ts";
import type { Plan } from "../tags/plan/plan.ts";
import { verdictPlan } from "../tags/plan/verdict-plan.ts";
import { type Judge, type Judgement, judge } from "../tags/verdict/judge.ts";
import { isForeign } from "./foreign.ts";
import { type HourlyCosts, hourlyCosts } from "./hourly.ts";
import { judgeInTime } from "./judge-in-time.ts";
import { recall } from "./recall.ts";

/** What an audit needs. */
export interface AuditPorts {
  readonly trail: Trail;
  /** Where it is absent, no price is known. */
  readonly prices?: PriceBook;
}

/** What is to be audited. */
export interface AuditRequest {
  readonly config: Config;
  readonly paths: readonly string[];
}

/** What is found out of an event and its resources. */
interface Examination {
  readonly isOwn: (actor: Actor) => boolean;
  readonly verdictOf: (told: Told, event: CloudTrailEvent) => Judgement | Promise<Judgement>;
  readonly planOf: (judgement: Judgement, event: CloudTrailEvent, isBorn: boolean) => Plan | null;
  readonly costsOf: HourlyCosts;
}

/**
 * Judges each event of a log by what it shows: everything in the log gives one item, in its order, and memory does not
 * grow with it.
 *
 * @throws bad-input when a path does not exist
 */
export async function* audit(
  { trail, prices }: AuditPorts,
  { config, paths }: AuditRequest,
): AsyncGenerator<AuditItem> {
  const { atSight } = judge(config);
  const [isOwn, costsOf] = [ownActions(config), hourlyCosts(prices)];
  const verdictOf = ({ subject }: Told) => atSight(subject);
  yield* auditedItems(trail, paths, { isOwn, costsOf, verdictOf, planOf: () => null });
}

/**
 * Judges each event of a log that is taken to hold all tagging: the log is read once to learn what was tagged when, and
 * once more for verdicts that count it up to the end of the grace.
 *
 * @throws bad-input when a path does not exist
 */
export async function* auditComplete(
  { trail, prices, timelines }: AuditPorts & { readonly timelines: Timelines },
  { config, paths }: AuditRequest,
): AsyncGenerator<AuditItem> {
  for await (const item of trail.read(paths)) {
    const told = toldIn(item);
    if (told.length > 0) await timelines.add(told);
  }
  const mine: Judge = judge(config);
  const plan = verdictPlan(config);
  const timelineOf = recall(timelines);
  yield* auditedItems(trail, paths, {
    isOwn: ownActions(config),
    costsOf: hourlyCosts(prices),
    planOf: (judgement, { at }, isBorn) => (judgement.final ? plan(judgement, at, isBorn) : null),
    verdictOf: async ({ name, subject }, { at }) => judgeInTime(mine, subject, await timelineOf(name), at),
  });
}

function toldIn(item: TrailItem): Told[] {
  if ("problem" in item) return [];
  const event = parseEvent(item.record);
  if (isUnreadable(event)) return [];
  const extraction = extract(event);
  // Most of a log are reads, which tell of nothing.
  if (extraction.outcome === "skipped" && extraction.ended.length === 0) return [];
  return toldBy(event, extraction, actorOf(event));
}

async function* auditedItems(
  trail: Trail,
  paths: readonly string[],
  examination: Examination,
): AsyncGenerator<AuditItem> {
  for await (const item of trail.read(paths)) {
    if ("problem" in item) yield { foreign: false, ...item };
    else {
      const event = parseEvent(item.record);
      yield isUnreadable(event)
        ? { place: item.place, problem: event.unreadable, foreign: isForeign(item.record) }
        : await auditedEvent(event, item.place, examination);
    }
  }
}

async function auditedEvent(
  event: CloudTrailEvent,
  place: string,
  { isOwn, verdictOf, planOf, costsOf }: Examination,
): Promise<AuditedEvent> {
  const actor = actorOf(event);
  const seen = { event, place, actor };
  const extraction = extract(event);
  if (extraction.outcome === "skipped") {
    const { skipReason, resources, ended } = extraction;
    return { ...seen, outcome: "skipped", skipReason, resources, ended };
  }
  if (isOwn(actor))
    return { ...seen, outcome: "skipped", skipReason: "own-action", resources: [], ended: [] };
  const [resources, costs] = [[] as AuditedResource[], await costsOf(event, extraction)];
  for (const [place, told] of toldBy(event, extraction, actor).entries()) {
    const { name, stated, requestTags } = told;
    const [judgement, hourly] = [await verdictOf(told, event), costs[place] ?? null];
    const plan = planOf(judgement, event, extraction.kind === "creation");
    resources.push({ name, resource: stated, requestTags, judgement, plan, hourly });
  }
  return { ...seen, outcome: "evaluated", kind: extraction.kind, resources };
}
