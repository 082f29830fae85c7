import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Call } from "@tagledger/core/catalog/type-facts";
import { byGroup } from "../by-group.ts";
import { inBatches } from "../in-batches.ts";
import type { Clients } from "../inventory/clients.ts";
import { isNamed, isOfMember } from "../inventory/misses.ts";
import type { Named } from "../inventory/reader.ts";
import { isOfTags, refusalOf } from "./refusal.ts";
import type { NamedTagging, TagChange, Writer, Written } from "./writer.ts";

/** One resource that we may not tag fails the call for all; these errors also say that we may tag none. */
const FORBIDDEN = ["AccessDenied", "UnauthorizedOperation"];
/** How often it is asked on for those that we may tag: enough to tell one or two among a thousand. */
const DENIALS = 24;

/** The two calls by which a service changes the tags of many alike; what came of each, in their order. */
export interface ManyTagCalls {
  set(clients: Clients, targets: readonly Named[], tags: TagMap): Promise<readonly Written[]>;
  remove(clients: Clients, targets: readonly Named[], keys: string[]): Promise<readonly Written[]>;
}

/** A writer by calls that take many resources which get the same tags. */
export function writeAlike(call: Call, batch: number, calls: ManyTagCalls): Writer {
  const unanswered: Written = { refused: "failed", message: `${call}: no answer` };
  return {
    call,
    write: (clients, taggings) => byGroup(taggings, keyOf, (group) => writeGroup(clients, group), unanswered),
  };

  async function writeGroup(clients: Clients, group: readonly NamedTagging[]): Promise<readonly Written[]> {
    const { set, remove } = group[0] ?? { set: {}, remove: [] };
    const written: Written[] = group.map(() => null);
    if (Object.keys(set).length > 0) {
      await step(group, written, (targets) => calls.set(clients, targets, set));
    }
    if (remove.length > 0) {
      await step(group, written, (targets) => calls.remove(clients, targets, [...remove]));
    }
    return written;
  }

  /** Goes on with those that were not refused yet. */
  async function step(
    group: readonly NamedTagging[],
    written: Written[],
    ask: (targets: readonly Named[]) => Promise<readonly Written[]>,
  ): Promise<void> {
    const left = [...group.entries()].filter(([place]) => written[place] === null);
    let denials = DENIALS;
    const found = await inBatches(
      left,
      batch,
      (some) => ask(some.map(([, { target }]) => target)),
      (error, [, { target }]): Written => refusalOf(error, target.type, call),
      (error) => (isOfMember(error) && !isOfTags(error)) || (isNamed(error, FORBIDDEN) && denials-- > 0),
    );
    for (const [at, [place]] of left.entries()) {
      const answer = found[at];
      written[place] = answer === undefined ? unanswered : answer;
    }
  }
}

function keyOf({ set, remove }: TagChange): string {
  const tags = Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([tags, [...remove].sort()]);
}
