import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Call } from "@tagledger/core/catalog/type-facts";
import type { Clients } from "../inventory/clients.ts";
import { inParallel } from "../inventory/parallel.ts";
import type { Named } from "../inventory/reader.ts";
import { refusalOf } from "./refusal.ts";
import type { NamedTagging, Writer, Written } from "./writer.ts";

const AT_ONCE = 5;

/** The two calls by which a service changes the tags of one resource; neither touches other tags. */
export interface TagCalls {
  set(clients: Clients, target: Named, tags: TagMap): Promise<unknown>;
  remove(clients: Clients, target: Named, keys: string[]): Promise<unknown>;
}

/** A writer by calls that take one resource. */
export function writeEach(call: Call, calls: TagCalls): Writer {
  return writeOneByOne(call, (clients, tagging) => change(clients, tagging, calls));
}

/** A writer that does each by itself, in whatever way. */
export function writeOneByOne(
  call: Call,
  act: (clients: Clients, tagging: NamedTagging) => Promise<Written>,
): Writer {
  const write = async (clients: Clients, tagging: NamedTagging): Promise<Written> => {
    try {
      return await act(clients, tagging);
    } catch (error) {
      return refusalOf(error, tagging.target.type, call);
    }
  };
  return {
    call,
    write: (clients, taggings) => inParallel(taggings, AT_ONCE, (each) => write(clients, each)),
  };
}

/** Makes the calls that a change takes; none where there is nothing to do. */
export async function change(
  clients: Clients,
  { target, set, remove }: NamedTagging,
  calls: TagCalls,
): Promise<null> {
  if (Object.keys(set).length > 0) await calls.set(clients, target, set);
  if (remove.length > 0) await calls.remove(clients, target, [...remove]);
  return null;
}
