import type { Random } from "../random.ts";
import type { Call, Place } from "./call.ts";
import { recordOf } from "./record.ts";

/** A record as it is delivered: at least once, and not in the order in which things happened. */
export interface Delivery extends Place {
  /** Seconds from the month's start. */
  readonly delivered: number;
  /** The record as JSON, the same each time it is delivered. */
  readonly text: string;
}

const MINUTE = 60;

/** The deliveries of calls, in the order in which they arrive; one call in so many arrives twice. */
export function deliver(calls: readonly Call[], random: Random): Delivery[] {
  const deliveries = calls.flatMap((call, index) => {
    const { account, region, at, delay = random.integer(MINUTE, 14 * MINUTE) } = call;
    const text = JSON.stringify(recordOf(call, random));
    const first = { account, region, delivered: at + delay, text };
    if (index % 67 !== 13) return [first];
    return [first, { ...first, delivered: first.delivered + random.integer(16 * MINUTE, 40 * MINUTE) }];
  });
  return deliveries.sort((a, b) => a.delivered - b.delivered);
}
