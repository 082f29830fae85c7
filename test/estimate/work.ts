import type { DeployedFunction } from "../stacks/graph/function-of.ts";
import { type Context, times } from "./charge.ts";
import { scheduledRuns } from "./runs.ts";
import { BILL_REQUESTS, CHANGED_DAYS, LISTS, LOOKS, MICROSECONDS, PLATFORM_LOG } from "./times.ts";

/** What a function does in a month. */
export interface Work {
  readonly invocations: bigint;
  /** Microseconds of a whole processor. */
  readonly processor: bigint;
  /** Requests to AWS that it waits for, one after the other. */
  readonly requests: bigint;
  /** Bytes. */
  readonly logs: bigint;
}

/** By handler: what it does. One event comes with each batch, which is what costs most. */
const WORK: Readonly<Record<string, (context: Context, runs: bigint) => Work>> = {
  "functions/on-resource-event.handler": ({ load: { events }, measured: { event, rules } }) => ({
    invocations: events,
    processor: events * MICROSECONDS.event,
    requests: events + times(event, events, requests) + times(rules, events, requests),
    logs: events * PLATFORM_LOG + times(event, events, ({ logs }) => logs),
  }),
  "functions/on-due.handler": ({ load, measured }, runs) => {
    const more =
      times(measured.look, load.looks, requests) + times(measured.quarantine, load.quarantines, requests);
    return {
      invocations: runs,
      // What a request of an idle run takes, any other takes as well.
      processor: runs * MICROSECONDS.run + (more * MICROSECONDS.run) / BigInt(requests(measured.run)),
      requests: runs * (1n + BigInt(requests(measured.run) + requests(measured.rules))) + more + load.looks,
      logs: runs * (PLATFORM_LOG + BigInt(measured.run.logs)),
    };
  },
  // Each bill comes whole each time; the daily looks find that it was taken in.
  "functions/on-bill-delivered.handler": ({ load: { deliveries, lines, teams }, measured: { rules } }) => ({
    invocations: deliveries + LOOKS,
    processor: deliveries * (MICROSECONDS.bill + lines * MICROSECONDS.line) + LOOKS * MICROSECONDS.place,
    requests:
      (deliveries + LOOKS) * (BILL_REQUESTS + BigInt(requests(rules))) + deliveries * teams * CHANGED_DAYS,
    logs: (deliveries + LOOKS) * PLATFORM_LOG,
  }),
  // Each bill has its month divided; the daily runs divide the month that goes on and the one before.
  "functions/allocate.handler": ({ load: { deliveries, teams }, measured: { rules } }) => {
    const divided = deliveries + 2n * LOOKS;
    return {
      invocations: deliveries + LOOKS,
      processor: divided * MICROSECONDS.bill,
      requests: divided * (BILL_REQUESTS + BigInt(requests(rules)) + teams),
      logs: (deliveries + LOOKS) * PLATFORM_LOG,
    };
  },
  // Each division tells of itself, and the clock once a day; a mail goes to each team, and to the platform.
  "functions/monthly-email.handler": ({ load: { deliveries, teams }, measured: { rules } }) => {
    const told = deliveries + 2n * LOOKS + LOOKS;
    return {
      invocations: told,
      processor: told * MICROSECONDS.place + (teams + 1n) * MICROSECONDS.bill,
      requests: told * BigInt(requests(rules)) + (teams + 1n) * 4n,
      logs: told * PLATFORM_LOG,
    };
  },
  // What is asked is read from the table: the rules, the snapshot of a month, and some of its parts.
  "functions/api.handler": ({ load: { asked }, measured: { rules } }) => ({
    invocations: asked,
    processor: asked * MICROSECONDS.run,
    requests: asked * (BigInt(requests(rules)) + 4n),
    logs: asked * PLATFORM_LOG,
  }),
  "functions/sweep.handler": ({ load: { resources, places }, measured: { swept, rules } }, runs) => ({
    invocations: runs,
    processor: runs * (places * MICROSECONDS.place + resources * MICROSECONDS.swept),
    requests: runs * (1n + BigInt(requests(rules)) + places * LISTS + times(swept, resources, requests)),
    logs: runs * (PLATFORM_LOG + BigInt(swept.logs)),
  }),
};

/**
 * What a function does in a month.
 *
 * @throws where nobody said what one of its handler does
 */
export function workOf({ source, arn }: DeployedFunction, context: Context): Work {
  const of = WORK[source];
  if (of === undefined)
    throw new Error(`${source}: what it does in a month stands nowhere in ${import.meta.filename}`);
  return of(context, scheduledRuns(context.graph, arn));
}

function requests({ units }: { readonly units: { readonly requests: number } }): number {
  return units.requests;
}
