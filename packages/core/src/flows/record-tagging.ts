import type { AccrualRecord } from "../ledger/accrual.ts";
import type { Fact } from "../ledger/fact.ts";
import { type Incarnation, incarnationsOf } from "../ledger/incarnations.ts";
import { lifeOf } from "../ledger/life.ts";
import type { OutgoingEvent } from "../ledger/outbox.ts";
import { recordOf } from "../ledger/record.ts";
import type { ResourceHistory, ResourceRecord } from "../ledger/resource.ts";
import { accrualOf } from "../ledger/spend.ts";
import { timelineOf } from "../ledger/timeline.ts";
import type { LedgerWrite } from "../ledger/write.ts";
import { stageOf } from "../remediation/stage.ts";
import type { PriceBook } from "../spend/price.ts";
import type { Standing } from "../tags/lifecycle/standing.ts";
import type { Subject } from "../tags/subject.ts";
import { actedOn, withDue } from "./acted-on.ts";
import { announcements } from "./announce.ts";
import type { Rules } from "./rules.ts";

/** What was learned of a resource at once. */
export interface Learned {
  /** What it is; null where only what is known of it may be looked at again. */
  readonly subject: Omit<Subject, "state" | "at"> | null;
  readonly facts: readonly Fact[];
}

/** What was learned of a resource, and how. */
export interface News {
  readonly learned: readonly Learned[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The change of a history in the ledger, and what others are to hear of it. */
export type HistoryWrite = LedgerWrite & {
  readonly kind: "resource";
  readonly outgoing?: readonly OutgoingEvent[];
};

/**
 * Says what the ledger has to hold of a resource after news of it: its lives with their dated tags and where each stands,
 * what each costs, and every turn as a fact. The same news in any order leads to the same.
 *
 * @returns null where the ledger holds all that already
 */
export async function recordTagging(
  ports: { readonly prices: PriceBook; readonly rules: Rules },
  history: ResourceHistory,
  news: News,
): Promise<HistoryWrite | null> {
  const { resource, version } = history;
  const learned = unknownTo(history, news.learned);
  const heard = learned.flatMap(({ facts }) => facts);
  const facts = [...history.facts, ...heard];
  const lives = incarnationsOf(timelineOf(facts)).filter(wasThere);
  const known = new Map(history.incarnations.map((record) => [record.incarnation, record]));
  const kept: Kept[] = [];
  for (const [place, incarnation] of lives.entries()) {
    const before = known.get(incarnation.id);
    if (before !== undefined && isOver(before, incarnation, heard)) continue;
    const next = lives[place + 1]?.created ?? Number.POSITIVE_INFINITY;
    const life = await keep(
      ports,
      { resource, facts, incarnation, before, place, next },
      { ...news, learned },
    );
    if (life !== null) kept.push(life);
  }
  const ids = new Set(lives.map(({ id }) => id));
  const removed = [...known.keys()].filter((id) => !ids.has(id));
  const told = [...heard, ...kept.flatMap(({ turn }) => turn)];
  const isNews = told.length + removed.length > 0 || kept.some(({ record }) => !isSame(record, known));
  if (!isNews) return null;
  const [incarnations, accruals] = [kept.map(({ record }) => record), kept.map(({ accrual }) => accrual)];
  const outgoing = kept.flatMap((each) => each.outgoing);
  return { kind: "resource", resource, version, incarnations, accruals, removed, facts: told, outgoing };
}

/** What the ledger has to hold of one life; `turn` holds facts where it stands elsewhere than before. */
interface Kept {
  readonly record: ResourceRecord;
  readonly accrual: AccrualRecord;
  readonly turn: readonly Fact[];
  readonly outgoing: readonly OutgoingEvent[];
}

/** One life among those under a name. */
interface Living {
  readonly resource: string;
  /** All that is known under the name. */
  readonly facts: readonly Fact[];
  readonly incarnation: Incarnation;
  readonly before: ResourceRecord | undefined;
  readonly place: number;
  /** When the next one under the name began. */
  readonly next: number;
}

async function keep(
  { prices, rules }: { readonly prices: PriceBook; readonly rules: Rules },
  { resource, facts, incarnation, before, place, next }: Living,
  { learned, now }: News,
): Promise<Kept | null> {
  const what =
    begunBy(incarnation, learned) ?? before ?? learned.find(({ subject }) => subject !== null)?.subject;
  if (what === undefined || what === null) return null;
  const { arn, id, type, account, region } = what;
  // Whoever only tagged it did not make it.
  const actor = incarnation.timeline.creations[0]?.actor ?? null;
  const told = lifeOf(incarnation, facts, { arn, id, type, account, region, actor });
  const first = rules.lifecycle(told, now);
  // Nobody could have complied with rules that were not there: the grace begins with them.
  const isRuled = before !== undefined && isFaultOfRules(before, first, rules);
  const life = isRuled ? { ...told, ruled: [...told.ruled, now] } : told;
  const standing = isRuled ? rules.lifecycle(life, now) : first;
  const acted = actedOn(rules, { incarnation, facts, life, standing }, now);
  const record = recordOf(life, withDue(standing, acted), {
    resource,
    incarnation: incarnation.id,
    configuration: rules.configuration,
    stage: acted === null ? null : stageOf(acted.remediation),
  });
  const dimensions = rules.dimensions(standing.judgement);
  const accrual = await accrualOf(record, { incarnation, facts }, dimensions, prices);
  const turn = isTurn(before, standing) ? [decision(standing, { from: life.created, now, next, place })] : [];
  const ruled: Fact[] = isRuled ? [{ kind: "ruled", at: now, eventId: null, part: place, actor: null }] : [];
  const own = learned.flatMap((each) => each.facts).filter(({ at }) => life.created <= at && at < next);
  const outgoing =
    acted === null ? [] : announcements({ record, accrual, dimensions, acted, facts: [...own, ...turn] });
  return { record, accrual, turn: [...ruled, ...turn], outgoing };
}

function isFaultOfRules(
  before: ResourceRecord,
  { state, since }: Standing,
  { configuration }: Rules,
): boolean {
  const complied = before.state === "compliant" || before.state === "exempt";
  return (
    complied &&
    before.configuration !== configuration &&
    since !== null &&
    state !== "gone" &&
    state !== "exempt"
  );
}

/** Whether more is known of a life than that it ended. */
function wasThere({ timeline: { creations, changes, reads } }: Incarnation): boolean {
  return creations.length + changes.length + reads.length > 0;
}

/** Whether a life ended and nothing of the news is about it. */
function isOver(before: ResourceRecord, { created, ended }: Incarnation, told: readonly Fact[]): boolean {
  // It may have been missed before something else took its name.
  const isEnded = before.ended !== null && before.created === created && before.ended <= ended;
  return before.state === "gone" && isEnded && !told.some(({ at }) => created <= at && at <= ended);
}

/** What a resource is as its creation says, which knows best. */
function begunBy({ timeline }: Incarnation, learned: readonly Learned[]): Learned["subject"] {
  const [creation] = timeline.creations;
  if (creation === undefined) return null;
  return learned.find(({ facts }) => facts.includes(creation))?.subject ?? null;
}

/** What a history does not hold yet of what was learned. */
function unknownTo({ facts }: ResourceHistory, learned: readonly Learned[]): readonly Learned[] {
  if (facts.length === 0) return learned;
  const known = new Map(facts.map((fact) => [keyOf(fact), fact]));
  const isNew = (fact: Fact) => {
    const same = known.get(keyOf(fact));
    return same === undefined || contentOf(same) !== contentOf(fact);
  };
  return learned.map((each) => ({ ...each, facts: each.facts.filter(isNew) }));
}

/** Who did it may have been forgotten since, and stays so. */
function contentOf({ actor: _actor, ...fact }: Fact): string {
  return JSON.stringify(fact);
}

function keyOf({ at, kind, eventId, part }: Fact): string {
  return `${at} ${kind} ${eventId} ${part}`;
}

function isTurn(before: ResourceRecord | undefined, { state, judgement }: Standing): boolean {
  return before?.state !== state || before.verdict !== judgement.verdict;
}

/** The turn as a fact; it falls into the life that it is about. */
function decision(
  { state, judgement }: Standing,
  {
    from,
    now,
    next,
    place,
  }: { readonly from: number; readonly now: number; readonly next: number; readonly place: number },
): Fact {
  const at = Math.max(from, Math.min(now, next - 1));
  return { kind: "decided", at, eventId: null, part: place, actor: null, verdict: judgement.verdict, state };
}

function isSame(record: ResourceRecord, known: ReadonlyMap<string, ResourceRecord>): boolean {
  return JSON.stringify(record) === JSON.stringify(known.get(record.incarnation));
}
