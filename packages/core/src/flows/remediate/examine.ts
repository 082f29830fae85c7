import { typeFacts } from "../../catalog/facts-of-type.ts";
import type { TagMap } from "../../catalog/tags.ts";
import type { Fact } from "../../ledger/fact.ts";
import type { ResourceHistory } from "../../ledger/resource.ts";
import type { Look } from "../../ports.ts";
import type { Deed } from "../../remediation/deed.ts";
import { holdsAll } from "../../remediation/fields.ts";
import type { Inspection } from "../../remediation/inspection.ts";
import { possibleNow } from "../../remediation/possible.ts";
import { isRefusal, type Why } from "../../remediation/refusal.ts";
import { openQuarantine } from "../../remediation/remediation.ts";
import type { Miss } from "../../tags/lifecycle/life.ts";
import { wants } from "../../tags/plan/rule.ts";
import { inParallel } from "../in-parallel.ts";
import type { Rules } from "../rules.ts";
import { anotherMade, noteAnother } from "./another.ts";
import { type Notable, note } from "./note.ts";
import type { RemediatePorts } from "./ports.ts";
import { type Present, presentOf } from "./present.ts";

/** A resource that was looked at a moment ago. */
export interface Examined extends Present {
  /** What can be done to it; null where nothing may be, or it could not be looked at. */
  readonly inspection: Inspection | null;
  /** Whether it had to be looked at and could not be, so that nobody knows what keeps it. */
  readonly isUnseen: boolean;
  /** When it was looked at, in epoch milliseconds. */
  readonly at: number;
  /** The tags that it showed then; null where what events told was taken for all. */
  readonly shown: TagMap | null;
}

const WHY: Readonly<Record<Miss, Why>> = {
  absent: "gone",
  "not-ready": "not-ready",
  throttled: "throttled",
  denied: "denied",
  failed: "failed",
  unreadable: "unsupported",
};

/** What came of looking at resources. */
export interface Examination {
  readonly examined: readonly Examined[];
  /** What was thrown at some of them; those are not among the others. */
  readonly failures: readonly unknown[];
  /** Why those could not be looked at that something might have been done to. */
  readonly refused: readonly Why[];
}

/**
 * Reads the live tags of resources, and the state of those that something may be done to, notes both, and says what is
 * to be done about each that could be read.
 */
export async function examine(
  ports: RemediatePorts,
  rules: Rules,
  resources: readonly string[],
): Promise<Examination> {
  const { ledger, inventory, clock } = ports;
  const known = await Promise.all(resources.map((resource) => ledger.history(resource)));
  const present = known.flatMap((history) => presentOf(rules, history, clock()) ?? []);
  const looks = await inventory.look(present.map(({ record }) => record));
  const failures: unknown[] = [];
  const refused: Why[] = [];
  // Each asks its service for several things.
  const examined = await inParallel([...present.entries()], async ([place, each]) => {
    try {
      const looked = await examineOne(ports, rules, each, looks[place] ?? { miss: "failed" });
      if (looked.refused !== null && mayActOn(each)) refused.push(looked.refused);
      return looked.examined;
    } catch (error) {
      failures.push(error);
      return null;
    }
  });
  return { examined, failures, refused };
}

/** What came of looking at one resource. */
interface Looked {
  /** Null where nothing can be done about it now. */
  readonly examined: Examined | null;
  /** Why it could not be looked at; null where it could. */
  readonly refused: Why | null;
}

async function examineOne(
  ports: RemediatePorts,
  rules: Rules,
  present: Present,
  look: Look,
): Promise<Looked> {
  const { record, history } = present;
  const now = ports.clock();
  const at = { resource: record.resource, now };
  if ("miss" in look) {
    await note(ports, rules, at, [
      { eventId: null, actor: null, kind: "missed", miss: look.miss },
      {
        kind: "refused",
        attempt: "inspect",
        remedy: null,
        why: WHY[look.miss],
        message: "its live tags could not be read",
      },
    ]);
    return { examined: null, refused: WHY[look.miss] };
  }
  const read: Notable = { eventId: null, actor: null, kind: "read", tags: look.tags };
  const names = remediesFor(present);
  const inspection = names.length === 0 ? null : await ports.remedies.inspect(record, names);
  const made = anotherMade(record, inspection);
  if (made !== null) {
    await noteAnother(ports, rules, record, { made, read, now });
    return { examined: null, refused: null };
  }
  const deed = inspection === null ? [] : [inspectedDeed(present, inspection, history)];
  await note(ports, rules, at, [read, ...deed, ...writtenDeed(present, look.tags)]);
  const again = presentOf(rules, await ports.ledger.history(record.resource), now);
  const unseen = inspection !== null && isRefusal(inspection) ? inspection : null;
  const refused = unseen?.refused ?? null;
  if (again === null || again.record.incarnation !== record.incarnation) return { examined: null, refused };
  const seen = inspection === null || isRefusal(inspection) ? null : inspection;
  const examined = { ...again, at: now, shown: look.tags, isUnseen: unseen !== null, inspection: seen };
  return { examined, refused };
}

/** Whether its tags may be written, or it may be quarantined or given back. */
function mayActOn({ plan, remediation }: Present): boolean {
  return openQuarantine(remediation) !== null || mayWrite(plan);
}

function mayWrite({ mode }: Present["plan"]): boolean {
  return mode !== "observe" && (wants(mode, "quarantine") || wants(mode, "repair"));
}

/** The remedies that may matter: where nothing is quarantined and people are only told, there is nothing to ask. */
function remediesFor({ plan, remediation, record }: Present): readonly string[] {
  const open = openQuarantine(remediation);
  // Tags are not written either to what a controller keeps, and not every controller shows by a tag.
  const names = mayWrite(plan) ? typeFacts(record.type).remedies.map(({ name }) => name) : [];
  return [...new Set([...names, ...(open === null ? [] : [open.remedy])])];
}

function inspectedDeed(
  { record, remediation }: Present,
  inspection: Awaited<ReturnType<RemediatePorts["remedies"]["inspect"]>>,
  { facts }: ResourceHistory,
): Deed {
  if (isRefusal(inspection)) {
    const { refused: why, message } = inspection;
    return { kind: "refused", attempt: "inspect", remedy: null, why, message };
  }
  const given = unsupportedIn(facts.filter(({ at }) => record.created <= at));
  const open = openQuarantine(remediation);
  const ours = open === null ? undefined : inspection.remedies[open.remedy];
  // What is as we set it was possible: whoever did it may have died before noting that.
  const done = open !== null && ours !== undefined && holdsAll(ours, open.ours) ? open.remedy : null;
  const remedies = possibleNow(typeFacts(record.type), inspection, done).filter(
    ({ name }) => !given.has(name),
  );
  return { kind: "inspected", state: inspection.state, remedies, controller: inspection.controller };
}

/** What came of tags that somebody was to write who did not note whether they did. */
function writtenDeed({ remediation: { repairing }, standing }: Present, read: TagMap | null): Deed[] {
  if (repairing === null) return [];
  const { rule, set, removed } = repairing;
  const tags = read ?? standing.judgement.subject.state.tags;
  const isWritten =
    Object.entries(set).every(([key, value]) => Object.hasOwn(tags, key) && tags[key] === value) &&
    removed.every((key) => !Object.hasOwn(tags, key));
  if (isWritten) return [{ kind: "repaired", rule, set, removed }];
  const message = "its tags are not those that were to be written";
  return [{ kind: "refused", attempt: "tag", remedy: null, why: "failed", message }];
}

/** What its service said cannot be done to it is not tried again. */
function unsupportedIn(facts: readonly Fact[]): ReadonlySet<string> {
  const names = facts.flatMap((fact) =>
    fact.kind === "refused" && fact.why === "unsupported" && fact.remedy !== null ? [fact.remedy] : [],
  );
  return new Set(names);
}
