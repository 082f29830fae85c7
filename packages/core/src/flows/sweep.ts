import type { TagMap } from "../catalog/tags.ts";
import type { ResourceRecord } from "../ledger/resource.ts";
import type { Existing, Inventory, Ledger, Look } from "../ports.ts";
import type { PriceBook } from "../spend/price.ts";
import { SETTLING } from "../tags/lifecycle/life.ts";
import { type Amend, commit } from "./commit.ts";
import { lookFact } from "./drain-due.ts";
import { judgeAnew, present } from "./judge-anew.ts";
import { type Learned, type News, recordTagging } from "./record-tagging.ts";
import type { Rules } from "./rules.ts";

/** What a sweep needs. */
export interface SweepPorts {
  readonly ledger: Ledger;
  readonly inventory: Inventory;
  readonly prices: PriceBook;
}

/** EC2 shows what was terminated for an hour, indexes of tags for longer. */
const LISTED_AFTER_DELETION = 24 * 3_600_000;

/** How what exists differs from what is known. */
export interface Swept {
  readonly found: number;
  /** Resources that no event had told of. */
  readonly neverSeen: number;
  /** Resources whose tags changed without an event. */
  readonly drifted: number;
  /** Resources that exist no more, though no event said so; missed twice they are gone. */
  readonly vanished: number;
  /** Resources that an older configuration judged last. */
  readonly judgedAnew: number;
}

/**
 * Holds what exists against what the ledger knows, and takes in the difference: what events never told, or told of and
 * were lost. What only a sweep found is marked so.
 *
 * @throws outside-failure where a list breaks off; what was found until then is kept, and nothing counts as vanished
 */
export async function sweep(
  ports: SweepPorts,
  rules: Rules,
  { now }: { readonly now: number },
): Promise<Swept> {
  const { ledger, inventory } = ports;
  const counts = { found: 0, neverSeen: 0, drifted: 0, vanished: 0 };
  const seen = new Set<string>();
  for await (const page of inventory.list()) {
    for (const existing of page) {
      if (seen.has(existing.resource)) continue;
      seen.add(existing.resource);
      counts.found += 1;
      await takeIn(existing);
    }
  }
  for await (const record of present(ledger)) {
    if (seen.has(record.resource) || !inventory.lists(record) || now - record.created < SETTLING) continue;
    counts.vanished += 1;
    await learn(record.resource, { miss: "absent" });
  }
  return { ...counts, judgedAnew: await judgeAnew(ports, rules, now) };

  async function takeIn({ tags, ...sought }: Existing): Promise<void> {
    const { incarnations, facts } = await ledger.history(sought.resource);
    const last = incarnations.at(-1);
    const deleted = facts.findLast(({ kind }) => kind === "ended")?.at ?? Number.NEGATIVE_INFINITY;
    // What was just made may be listed as it was a moment ago, and what was deleted for hours.
    if (last !== undefined && now - last.created < SETTLING) return;
    if (last?.state === "gone" && now - deleted < LISTED_AFTER_DELETION) return;
    if (last === undefined || last.state === "gone") counts.neverSeen += 1;
    else if (isTagged(last, tags)) return;
    else counts.drifted += 1;
    await learn(sought.resource, { tags }, { ...sought, actor: null });
  }

  async function learn(resource: string, look: Look, subject: Learned["subject"] = null): Promise<void> {
    const learned = [{ subject, facts: [lookFact(look, now)] }];
    const news: News = { learned, now };
    const amend: Amend = (history) => recordTagging({ ...ports, rules }, history, news);
    await commit(ledger, { amend: new Map([[resource, amend]]) });
  }
}

/** Whether a resource is known to carry exactly these tags; those of AWS come and go without anybody's doing. */
function isTagged({ tags: dated }: ResourceRecord, tags: TagMap): boolean {
  const known = new Map(dated.map(({ key, value, hidden }) => [key, hidden ? null : value]));
  const [own, carried] = [
    Object.entries(tags).filter(([key]) => isOwners(key)),
    [...known].filter(([key, value]) => isOwners(key) && value !== null),
  ];
  const hidden = dated.filter(({ key, hidden: isHidden }) => isHidden && known.get(key) === null);
  return (
    hidden.length === 0 &&
    own.length === carried.length &&
    own.every(([key, value]) => known.get(key) === value)
  );
}

function isOwners(key: string): boolean {
  return !key.toLowerCase().startsWith("aws:");
}
