import { typeFacts } from "../../catalog/facts-of-type.ts";
import type { TagMap } from "../../catalog/tags.ts";
import type { Tagging } from "../../ports.ts";
import type { Why } from "../../remediation/refusal.ts";
import type { TagStep } from "../../tags/plan/effects.ts";
import { groupBy } from "../../text/group-by.ts";
import type { Rules } from "../rules.ts";
import type { Examined } from "./examine.ts";
import { type Notable, note } from "./note.ts";
import type { RemediatePorts } from "./ports.ts";
import { isStopped } from "./stopped.ts";

/** Of what is tagged by a call of its own, so many at once. */
const AT_ONCE = 8;

/** What is to be written to a resource. */
interface Planned {
  readonly each: Examined;
  readonly tagging: Tagging;
}

/**
 * Writes the tags that are to be put right, those that one call may write all at once, and notes what came of each. The
 * switch that stops everything is heeded before each part.
 *
 * @returns why tags were not written, for each resource whose were not
 */
export async function repair(ports: RemediatePorts, rules: Rules, all: readonly Examined[]): Promise<Why[]> {
  const refused: Why[] = [];
  const planned = all.flatMap((each) => {
    if (each.isUnseen) return [];
    const steps = each.plan.do.filter((step) => step.remedy === "tag");
    return steps.length === 0 ? [] : [{ each, tagging: taggingOf(each, steps) }];
  });
  for (const part of partsOf(planned)) {
    if (await isStopped(ports.configurations)) break;
    refused.push(...(await write(ports, rules, await unchanged(ports, part))));
  }
  return refused;
}

/** Those that still carry what they showed: others were tagged since, and are judged by that when they are due again. */
async function unchanged({ inventory }: RemediatePorts, planned: readonly Planned[]): Promise<Planned[]> {
  const looks = await inventory.look(planned.map(({ each }) => each.record));
  return planned.filter(({ each: { shown } }, place) => {
    const look = looks[place];
    return look !== undefined && "tags" in look && isSame(look.tags, shown);
  });
}

function isSame(a: TagMap | null, b: TagMap | null): boolean {
  if (a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
  );
}

async function write(ports: RemediatePorts, rules: Rules, planned: readonly Planned[]): Promise<Why[]> {
  if (planned.length === 0) return [];
  await Promise.all(
    planned.map(({ each, tagging: { set, remove } }) => {
      const deed = { kind: "repairing", rule: each.plan.rule, set, removed: remove } as const;
      return note(ports, rules, { resource: each.record.resource, now: ports.clock() }, [deed]);
    }),
  );
  const answers = await ports.tagger.write(planned.map(({ tagging }) => tagging));
  const now = ports.clock();
  await Promise.all(
    planned.map(async ({ each, tagging }, place) => {
      const answer = answers[place] ?? null;
      const notables: readonly Notable[] =
        answer === null
          ? written(each, tagging)
          : [{ kind: "refused", attempt: "tag", remedy: null, why: answer.refused, message: answer.message }];
      await note(ports, rules, { resource: each.record.resource, now }, notables);
    }),
  );
  return answers.flatMap((answer) => answer?.refused ?? []);
}

function partsOf(planned: readonly Planned[]): Planned[][] {
  const byBatch = groupBy(
    planned,
    ({ each: { record } }) => typeFacts(record.type).liveTags.write?.batch ?? 1,
  );
  return [...byBatch].flatMap(([batch, some]) => {
    const size = Math.max(batch, AT_ONCE);
    const count = Math.ceil(some.length / size);
    return Array.from({ length: count }, (_, place) => some.slice(place * size, (place + 1) * size));
  });
}

function taggingOf({ record }: Examined, steps: readonly TagStep[]): Tagging {
  const repairs = steps.flatMap((step) => step.repairs);
  const set = Object.fromEntries(repairs.map(({ key, value }) => [key, value]));
  const remove = [...new Set(repairs.flatMap(({ removes }) => removes))].filter(
    (key) => !Object.hasOwn(set, key),
  );
  return { target: record, set, remove };
}

/** What we wrote is known at once; the event of it comes later, and says the same. */
function written({ plan }: Examined, { set, remove }: Tagging): Notable[] {
  const told = { eventId: null, actor: null, kind: "tagged", hiddenTags: [] } as const;
  return [
    { kind: "repaired", rule: plan.rule, set, removed: remove },
    { ...told, change: "set", tags: set, keys: [] },
    ...(remove.length === 0 ? [] : [{ ...told, change: "remove", tags: {}, keys: remove } as const]),
  ];
}
