import type { Stores } from "./environment.ts";
import { houseFunction, type Made } from "./function.ts";
import { intakeBus } from "./intake.ts";
import { rulesTo } from "./rules.ts";
import type { Told } from "./told.ts";
import { fedBy, takenBy, workQueue } from "./work-queue.ts";

/** What takes in events, and where those are that it could not take in. */
export interface Events {
  readonly queue: sst.aws.Queue;
  readonly functions: readonly Made[];
  readonly deadLetters: Readonly<Record<string, sst.aws.Queue>>;
}

/** How long a batch may take, in seconds. */
const TIMEOUT = 60;
/**
 * How often an event is tried before somebody has to look at it: for two hours, as what fails is rather a table or a configuration
 * that cannot be read than one event. What is no event is recorded as such, and not tried again.
 */
const TRIES = 20;
/** How many batches are taken in at a time: events wait in the queue rather than the ledger in line. */
const AT_ONCE = 10;

/** From what CloudTrail tells, over a queue, to the function that takes it in. */
export function enforcement(told: Told, stores: Stores): Events {
  const work = workQueue("Events", { timeout: TIMEOUT, tries: TRIES });
  fedBy(work, told, rulesTo(work, told, intakeBus(told)));

  const onResourceEvent = houseFunction("on-resource-event", told, stores, {
    description: "Takes in what CloudTrail tells.",
    timeout: TIMEOUT,
    memory: 512,
    role: told.names.reader,
    queues: { from: work.queue },
  });
  takenBy(work, onResourceEvent, { batchSize: 10, atOnce: AT_ONCE });
  return {
    queue: work.queue,
    functions: [onResourceEvent],
    deadLetters: work.deadLetters,
  };
}
