import { type Timeline, timelineOf } from "../ledger/timeline.ts";
import type { Timelines } from "../ports.ts";
import { remember } from "../text/remember.ts";

/** How many timelines stay at hand: what happens to a resource mostly happens close together. */
const AT_HAND = 500;

/**
 * Reads timelines by name, once they are complete, and keeps those at hand that were asked for last.
 *
 * @example (await recall(timelines)(arn)).creations.length // 1
 */
export function recall(timelines: Timelines): (name: string) => Promise<Timeline> {
  return remember(async (name) => timelineOf(await timelines.read(name)), AT_HAND);
}
