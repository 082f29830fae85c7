import { billsToDivide } from "@tagledger/core/policy/iam/bill-stores";
import { allocationRules } from "./allocation-rules.ts";
import { billEngine } from "./bill-engine.ts";
import type { Bills } from "./bills.ts";
import type { Stores } from "./environment.ts";
import { houseFunction, type Made } from "./function.ts";
import { usageSecretsOf } from "./secrets.ts";
import type { Told } from "./told.ts";
import { fedBy, takenBy, workQueue } from "./work-queue.ts";

/** What divides bills, and where those months are that it could not divide. */
export interface Allocation {
  readonly queue: sst.aws.Queue;
  readonly functions: readonly Made[];
  readonly deadLetters: Readonly<Record<string, sst.aws.Queue>>;
}

/** How long a month may take, in seconds: as long as Lambda lets it. */
const TIMEOUT = 900;
/** How often a month is tried before somebody has to look at it: for most of a day, as a message waits for an hour and a half. */
const TRIES = 10;
/** As few at a time as Lambda lets us say: they would wait for each other in the ledger. */
const AT_ONCE = 2;

/** From a bill that is published, over a queue, to the function that divides it. */
export function allocation(told: Told, stores: Stores, bills: Pick<Bills, "kept">): Allocation {
  const work = workQueue("Allocations", { timeout: TIMEOUT, tries: TRIES });
  fedBy(work, told, allocationRules(work, told, stores));

  const allocate = houseFunction("allocate", told, stores, {
    description: "Divides bills among teams, and freezes the result.",
    timeout: TIMEOUT,
    memory: 3008,
    storage: 10_240,
    role: told.names.reader,
    queues: { from: work.queue },
    packaged: billEngine(),
    bills: bills.kept.stores.apply((stores) => billsToDivide(stores, told.config)),
    told: bills.kept.told,
    secrets: usageSecretsOf(told.config),
  });
  takenBy(work, allocate, { batchSize: 1, atOnce: AT_ONCE });
  return {
    queue: work.queue,
    functions: [allocate],
    deadLetters: work.deadLetters,
  };
}
