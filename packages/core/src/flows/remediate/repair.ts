import type { Tagging } from "../../ports.ts";
import type { TagStep } from "../../tags/plan/effects.ts";
import type { Rules } from "../rules.ts";
import type { Examined } from "./examine.ts";
import { type Notable, note } from "./note.ts";
import type { RemediatePorts } from "./ports.ts";
import { isStopped } from "./stopped.ts";

/** Writes the tags that are to be put right, all at once, and notes what came of each. */
export async function repair(ports: RemediatePorts, rules: Rules, all: readonly Examined[]): Promise<void> {
  const planned = all.flatMap((each) => {
    if (each.isUnseen) return [];
    const steps = each.plan.do.filter((step) => step.remedy === "tag");
    return steps.length === 0 ? [] : [{ each, tagging: taggingOf(each, steps) }];
  });
  if (planned.length === 0 || (await isStopped(ports.configurations))) return;
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
