import type { Addressee, Happened } from "../../remediation/deed.ts";
import type { MessageItem } from "../../remediation/message.ts";
import { isNewProposal } from "../../remediation/next.ts";
import { openQuarantine } from "../../remediation/remediation.ts";
import { groupBy } from "../../text/group-by.ts";
import type { Rules } from "../rules.ts";
import { messageItem } from "./message-item.ts";
import { type Notable, note } from "./note.ts";
import type { RemediatePorts } from "./ports.ts";
import { type Present, presentOf } from "./present.ts";
import { isStopped } from "./stopped.ts";

/** What the fallback hears of as well, as it may say something of the rules themselves. */
const FOR_ALL: readonly Happened[] = ["slipped"];

/** Something that somebody is to be told about a resource. */
interface News {
  readonly present: Present;
  readonly to: Addressee;
  readonly isForAll: boolean;
  readonly about: readonly Happened[];
  readonly items: readonly MessageItem[];
}

/**
 * Tells those whose resources they are what is to happen and what happened to them: one message for each team, and one
 * more for what the fallback hears of as well.
 *
 * @returns how many messages no channel took, or not all to which they were given
 */
export async function tell(
  ports: RemediatePorts,
  rules: Rules,
  resources: readonly string[],
): Promise<number> {
  let failed = 0;
  const now = ports.clock();
  const histories = await Promise.all(resources.map((resource) => ports.ledger.history(resource)));
  const news = histories.flatMap((history) => {
    const present = presentOf(rules, history, now);
    return present === null ? [] : newsOf(rules, present, now);
  });
  for (const [, some] of groupBy(news, ({ to, isForAll }) => JSON.stringify([to, isForAll]))) {
    const [first] = some;
    if (first === undefined) continue;
    const { to, isForAll } = first;
    if (await isStopped(ports.configurations)) break;
    const items = some.flatMap((each) => each.items);
    const message = {
      id: idOf(some),
      to,
      ...(isForAll && to !== "fallback" && { withFallback: true as const }),
      at: now,
      items,
    };
    const { via, refusedBy } = await ports.notifier.send(message);
    if (via.length === 0 || refusedBy.length > 0) failed += 1;
    await Promise.all(
      some.map(({ present, about }) =>
        note(ports, rules, { resource: present.record.resource, now }, [
          noticeOf(present, { to, about }, via),
        ]),
      ),
    );
  }
  return failed;
}

function newsOf(rules: Rules, present: Present, now: number): News[] {
  const { plan, remediation, standing, tells, isHeld } = present;
  if (!tells || isHeld) return [];
  const failed = remediation.refusals.findLast(({ attempt }) => attempt === "notify");
  if (failed !== undefined && (present.due === null || now < present.due)) return [];
  const done = remediation.untold.map(({ happened }) => happened);
  // What is quarantined was told of; there is no more to say before that has ended.
  const isOpen = openQuarantine(remediation) !== null;
  const about: Happened[] = [
    ...(plan.notify === null || isOpen ? [] : (["violating"] as const)),
    ...(isNewProposal(plan, remediation) && !isOpen ? (["proposed"] as const) : []),
    ...done,
  ];
  if (about.length === 0) return [];
  const { team } = rules.dimensions(standing.judgement);
  const to = plan.notify?.to ?? (team === null ? "fallback" : { team });
  return [false, true].flatMap((isForAll) => {
    const part = about.filter((happened) => FOR_ALL.includes(happened) === isForAll);
    const items = part.map((happened) =>
      messageItem(present, happened, { now, configuration: rules.configuration }),
    );
    return items.length === 0 ? [] : [{ present, to, isForAll, about: part, items }];
  });
}

function noticeOf(
  { plan }: Present,
  { to, about }: Pick<News, "to" | "about">,
  via: readonly string[],
): Notable {
  if (via.length === 0) {
    const message = `no channel took the message for ${to === "fallback" ? "the fallback" : to.team}`;
    return { kind: "refused", attempt: "notify", remedy: null, why: "undeliverable", message };
  }
  const deadline = about.includes("violating") ? (plan.notify?.deadline ?? null) : null;
  return { kind: "notified", to, about, rule: plan.rule, deadline, via };
}

/** The same for the same news, whenever they are sent again: they began at some instant. */
function idOf(news: readonly News[]): string {
  return news
    .map(({ present: { record, remediation, standing }, about }) => {
      const since = Math.max(standing.since ?? 0, ...remediation.untold.map(({ at }) => at));
      return [record.resource, record.incarnation, about.join("+"), String(since)].join(" ");
    })
    .sort()
    .join("\n");
}
