import { billPlaces } from "@tagledger/core/policy/bill-places";
import type { BillStores } from "@tagledger/core/policy/iam/bill-stores";
import { type BillBuckets, billBuckets } from "./bill-buckets.ts";
import { billEngine } from "./bill-engine.ts";
import { billRules } from "./bill-rules.ts";
import type { Stores } from "./environment.ts";
import { houseFunction, type Made } from "./function.ts";
import type { Told } from "./told.ts";
import { fedBy, takenBy, workQueue } from "./work-queue.ts";

/** Where bills are kept that were taken in, for whoever else reads them. */
export interface KeptBills {
  readonly stores: $util.Output<BillStores>;
  /** What a function is told of it by its environment. */
  readonly told: Readonly<Record<string, $util.Output<string>>>;
}

/** What takes in bills, and where those are that it could not take in. */
export interface Bills {
  readonly kept: KeptBills;
  readonly queue: sst.aws.Queue;
  readonly functions: readonly Made[];
  readonly deadLetters: Readonly<Record<string, sst.aws.Queue>>;
}

/** How long a bill may take, in seconds: as long as Lambda lets it. */
const TIMEOUT = 900;
/** How often a bill is tried before somebody has to look at it: for most of a day, as a message waits for an hour and a half. */
const TRIES = 10;
/** As few at a time as Lambda lets us say: they would wait for each other in the ledger. */
const AT_ONCE = 2;
/** The folder of the bucket of cells. */
const CELLS = "cells";

/** From a manifest that is written, over a queue, to the function that takes the bill in. */
export function bills(told: Told, stores: Stores): Bills {
  const buckets = billBuckets(told);
  const work = workQueue("Bills", { timeout: TIMEOUT, tries: TRIES });
  fedBy(work, told, billRules(work, told, buckets));

  const kept: KeptBills = {
    stores: billStores(told, buckets),
    told: {
      TAGLEDGER_CELLS: $interpolate`s3://${buckets.cells.name}/${CELLS}`,
      ...(buckets.deliveries !== null && { TAGLEDGER_BILLS: $interpolate`s3://${buckets.deliveries.name}` }),
    },
  };
  const onBillDelivered = houseFunction("on-bill-delivered", told, stores, {
    description: "Takes in bills that were delivered.",
    timeout: TIMEOUT,
    memory: 3008,
    storage: 10_240,
    role: told.names.reader,
    queues: { from: work.queue },
    packaged: billEngine(),
    bills: kept.stores,
    told: kept.told,
  });
  takenBy(work, onBillDelivered, { batchSize: 1, atOnce: AT_ONCE });
  return {
    kept,
    queue: work.queue,
    functions: [onBillDelivered],
    deadLetters: work.deadLetters,
  };
}

/** What of buckets the function may reach. */
function billStores({ config, names }: Told, { cells, deliveries }: BillBuckets): $util.Output<BillStores> {
  const named = billPlaces(config).map(({ bucket, prefix }) => ({
    bucket: `arn:${names.partition}:s3:::${bucket}`,
    prefix,
  }));
  return $resolve([cells.arn, deliveries?.arn]).apply(([kept = "", made]) => ({
    cells: { bucket: kept, prefix: CELLS },
    delivered: [...(made === undefined ? [] : [{ bucket: made, prefix: "" }]), ...named],
  }));
}
