import { type Repair, WAYS } from "../../tags/repair/repair.ts";
import type { Evidence } from "../../tags/resolve/evidence.ts";
import type { Fact } from "../fact.ts";
import type { ResourceHistory, ResourceRecord } from "../resource.ts";
import { DEEDS, deedDetail } from "./deed.ts";
import { actorView, isoTime, type ResourceView, resourceView } from "./resource.ts";

/** One thing that happened to a resource. */
export interface MomentView {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly what:
    | (typeof CHANGES)[keyof typeof CHANGES]
    | (typeof RUNS)[keyof typeof RUNS]
    | (typeof DEEDS)[keyof typeof DEEDS]
    | Other;
  readonly eventId: string | null;
  readonly actor: ResourceView["actor"];
  /** The tags that were set; of a removal, only those with a value to match. */
  readonly tags: Readonly<Record<string, string>>;
  /** Keys that were removed, or set to values that the log hides. */
  readonly keys: readonly string[];
  readonly hidden: readonly string[];
  readonly verdict: string | null;
  /** What we did, in words; absent where it was not us. */
  readonly detail?: string;
}

/** A proposed value, and where it comes from. */
export interface RepairView {
  readonly key: string;
  readonly value: string;
  readonly by: string;
  /** The way in words. */
  readonly says: string;
  readonly from: string;
  readonly removes: readonly string[];
}

/** One incarnation with all that is known of it. */
export interface IncarnationView extends ResourceView {
  /** All its tags at all times, the oldest first; ISO 8601 in UTC. */
  readonly tags: readonly {
    readonly key: string;
    readonly value: string | null;
    readonly hidden: boolean;
    readonly since: string;
  }[];
  /** What speaks for its owner, strongest first. */
  readonly evidence: readonly Evidence[];
  readonly repairs: readonly RepairView[];
  /** What happened to it, the oldest first. */
  readonly moments: readonly MomentView[];
  /** When it was deleted, as ISO 8601 in UTC; null where that is not known. */
  readonly deleted: string | null;
}

/** All that is known under the name of a resource, the newest incarnation first. */
export interface StoryView {
  readonly resource: string;
  readonly incarnations: readonly IncarnationView[];
}

type Other =
  | "created"
  | "deleted"
  | "tags read"
  | "taken as told"
  | "not read"
  | "judged by other rules"
  | "pending"
  | "gone"
  | "decided";

const RUNS = { stops: "stopped", starts: "started", changes: "changed", ends: "stopped for good" } as const;
const CHANGES = { set: "tags set", remove: "tags removed", replace: "tags replaced" } as const;

/**
 * Tells the whole story of a resource; what happened before its first known creation is told with that one.
 *
 * @example storyView(await ledger.history(arn)).incarnations[0]?.moments[0]?.what // "created"
 */
export function storyView({ resource, incarnations, facts }: ResourceHistory): StoryView {
  const told = incarnations.map((record, index) => {
    const from = index === 0 ? Number.NEGATIVE_INFINITY : record.created;
    const until = incarnations[index + 1]?.created ?? Number.POSITIVE_INFINITY;
    // In the moment in which another takes its place, what is deleted is the one before.
    const isIts = ({ kind, at }: Fact) =>
      kind === "ended" ? (from < at || index === 0) && at <= until : from <= at && at < until;
    return incarnationView(record, facts.filter(isIts));
  });
  return { resource, incarnations: told.reverse() };
}

function incarnationView(record: ResourceRecord, facts: readonly Fact[]): IncarnationView {
  return {
    ...resourceView(record),
    tags: record.tags.map((tag) => ({ ...tag, since: isoTime(tag.since) })),
    evidence: record.evidence,
    repairs: record.repairs.map(repairView),
    moments: facts.toSorted(byTime).map(momentView),
    deleted: deletedAt(record, facts),
  };
}

/** What was decided in a moment follows from what happened in it. */
function byTime(a: Fact, b: Fact): number {
  return a.at - b.at || Number(a.kind === "decided") - Number(b.kind === "decided");
}

function deletedAt({ created }: ResourceRecord, facts: readonly Fact[]): string | null {
  const ended = facts.find(({ kind, at }) => kind === "ended" && created <= at);
  return ended === undefined ? null : isoTime(ended.at);
}

function repairView({ key, value, by, from, removes }: Repair): RepairView {
  return { key, value, by, says: WAYS[by].says, from, removes };
}

function momentView(fact: Fact): MomentView {
  const happened = {
    at: isoTime(fact.at),
    eventId: fact.eventId,
    actor: fact.actor === null ? null : actorView(fact.actor),
  };
  const nothing = { tags: {}, keys: [], hidden: [], verdict: null };
  switch (fact.kind) {
    case "created":
      return { ...happened, ...nothing, what: "created", tags: fact.tags, hidden: fact.hiddenTags };
    case "tagged": {
      const { change, tags, keys, hiddenTags } = fact;
      return { ...happened, what: CHANGES[change], tags, keys, hidden: hiddenTags, verdict: null };
    }
    case "ran":
      return { ...happened, ...nothing, what: RUNS[fact.effect] };
    case "ruled":
      return { ...happened, ...nothing, what: "judged by other rules" };
    case "ended":
      return { ...happened, ...nothing, what: "deleted" };
    case "read":
      return fact.tags === null
        ? { ...happened, ...nothing, what: "taken as told" }
        : { ...happened, ...nothing, what: "tags read", tags: fact.tags };
    case "missed":
      return { ...happened, ...nothing, what: "not read" };
    case "decided":
      // Neither says anything about its tags.
      return fact.state === "pending" || fact.state === "gone"
        ? { ...happened, ...nothing, what: fact.state }
        : { ...happened, ...nothing, what: "decided", verdict: fact.verdict };
    case "repairing":
    case "repaired": {
      const detail = deedDetail(fact);
      return {
        ...happened,
        what: DEEDS[fact.kind],
        tags: fact.set,
        keys: fact.removed,
        hidden: [],
        verdict: null,
        detail,
      };
    }
    default:
      return { ...happened, ...nothing, what: DEEDS[fact.kind], detail: deedDetail(fact) };
  }
}
