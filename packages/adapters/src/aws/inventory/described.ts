import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { TagMap } from "@tagledger/core/catalog/tags";
import type { LiveLook } from "./reader.ts";

/** A resource as its service describes it: with its tags, and where it stands. */
export interface Described {
  /** Its id or ARN, whichever it was asked for by. */
  readonly key: string;
  readonly tags: TagMap;
  readonly state?: string | undefined;
}

/**
 * The look at a resource among all that a service described when asked for it: what it leaves out is not there, nor is
 * what it still shows in a state that is as good as gone.
 *
 * @example lookAmong([{ key: "i-1", tags: {}, state: "terminated" }], "i-1", "ec2:instance") // { miss: "absent" }
 */
export function lookAmong(described: readonly Described[], key: string, type: string): LiveLook {
  const found = described.find((each) => each.key === key);
  return found === undefined || isOver(type, found.state) ? { miss: "absent" } : { tags: found.tags };
}

/** Whether what is in a state is as good as gone; services write one state in several ways. */
export function isOver(type: string, state: string | undefined): boolean {
  const ended = typeFacts(type).exists?.ended ?? [];
  return state !== undefined && ended.some((each) => each.toLowerCase() === state.toLowerCase());
}
