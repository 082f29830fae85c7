import { type KnownFacts, typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Call } from "@tagledger/core/catalog/type-facts";
import type { Clients } from "./clients.ts";
import { isNamed, missOf } from "./misses.ts";
import { inParallel } from "./parallel.ts";
import type { LiveLook, Named, Reader } from "./reader.ts";

const AT_ONCE = 5;

/** Asks for the tags of one resource. */
export type AskTags = (clients: Clients, sought: Named) => Promise<TagMap>;

/** Asks whether a resource is there; null where nobody can be asked. An error of the type's own may say no, too. */
export type AskPresence = (clients: Clients, sought: Named) => Promise<boolean | null>;

/**
 * A reader by a call that takes one ARN.
 *
 * Where the call does not tell what has no tags from what is gone, it takes `isThere` to know; without an answer to
 * that, no tags are no look.
 */
export function readEach(call: Call, ask: AskTags, isThere: AskPresence = async () => null): Reader {
  const lookAt = async (clients: Clients, sought: Named): Promise<LiveLook> => {
    const facts = typeFacts(sought.type);
    const look = await askTags(facts, () => ask(clients, sought));
    if (facts.liveTags.read.existence === "stated" || isTold(look)) return look;
    const presence = await askPresence(facts, () => isThere(clients, sought));
    if (presence === false) return { miss: "absent" };
    if (presence === true || "miss" in look) return look;
    return presence ?? { miss: "failed" };
  };
  return { call, read: (clients, sought) => inParallel(sought, AT_ONCE, (each) => lookAt(clients, each)) };
}

/** Whether nothing more can be learned: there are tags, or the service cannot be asked now. */
function isTold(look: LiveLook): boolean {
  return "miss" in look ? look.miss !== "failed" : Object.keys(look.tags).length > 0;
}

async function askTags(facts: KnownFacts, ask: () => Promise<TagMap>): Promise<LiveLook> {
  const { gone, untagged } = facts.liveTags.read;
  // What is not there is called so by all calls of a service, by one name or the other.
  const missing = [...gone, ...(facts.exists?.gone ?? [])];
  try {
    return { tags: await ask() };
  } catch (error) {
    if (untagged !== undefined && isNamed(error, [untagged])) return { tags: {} };
    return { miss: missOf(error, facts, missing) };
  }
}

async function askPresence(
  facts: KnownFacts,
  ask: () => Promise<boolean | null>,
): Promise<boolean | null | LiveLook> {
  try {
    return await ask();
  } catch (error) {
    const miss = missOf(error, facts, facts.exists?.gone ?? []);
    return miss === "absent" ? false : { miss };
  }
}
