import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverFocus } from "../bills/deliver.ts";
import { type Account, triggerOf } from "./account/account.ts";
import { billBucket } from "./account/billing.ts";
import { makeRig } from "./account/rig.ts";
import type { Moment } from "./account/wire.ts";
import type { LambdaFunction } from "./runtime/lambda.ts";
import { mapQueue } from "./sources/mapping.ts";
import { makeQueue } from "./sources/queue.ts";

const DONE = { payload: { batchItemFailures: [] } };
const TRANSACT = "dynamodb:TransactWriteItems";
const OPEN = '{"allocate":"open","back":1}';
const CONFIG = `${RULES}bills: [{ s3: s3://billing/exports }]
budgets: [{ match: { team: fraud-detection }, monthly: "0.01", alert: [0.5, 1] }]
`;

const rig = makeRig();

/** An account whose months are divided when bills are read. */
async function divided(config = CONFIG) {
  const account = await rig.open(config);
  const made = async (name: string) => {
    const trigger = triggerOf(name);
    const lambda = account.function(name);
    const queue = await makeQueue(account.people.of(SQSClient), `${account.bucket}-${name}`, trigger);
    return { lambda, queue, mapping: mapQueue(queue, lambda, trigger) };
  };
  const [takesIn, divides] = [await made("on-bill-delivered"), await made("allocate")];
  const due = account.function("on-due");
  const bucket = await billBucket(account.people.of(S3Client));
  return {
    account,
    divides,
    /** Has a bill delivered and taken in, and gives what the bus tells of it. */
    async deliver(salt: number, run: string) {
      await takesIn.queue.send(await bucket.deliver(deliverFocus, makeCharges(120, salt), { run }));
      expect(await takesIn.mapping.drain(), takesIn.lambda.logs()).toEqual([DONE]);
      return heardOf(account, due, "BillPublished");
    },
    /** What the bus was handed since the last time, by kind and basis. */
    async heard() {
      await due.invoke({});
      return (await account.heard())
        .map(({ "detail-type": type, detail }) => `${type} ${String(detail.basis)}`)
        .sort();
    },
  };
}

/** What the bus was handed of one kind, as it delivers it. */
async function heardOf(account: Account, due: LambdaFunction, type: string): Promise<readonly string[]> {
  await due.invoke({});
  return (await account.heard())
    .filter((event) => event["detail-type"] === type)
    .map((event) => JSON.stringify(event));
}

const read = async ({ account }: { readonly account: Account }) => {
  const { snapshots, crossed } = await account.snapshots.state(PERIOD, "effective");
  return { ids: snapshots.map(({ id }) => id), crossed: crossed.length };
};

describe("a month", () => {
  test("is divided when its bill is published, once, and anew when the bill is restated", async () => {
    const each = await divided();
    const [published = ""] = await each.deliver(0, "run-1");
    for (let times = 0; times < 2; times += 1) await each.divides.queue.send(published);
    expect(await each.divides.mapping.drain(), each.divides.lambda.logs()).toEqual([DONE, DONE]);
    const first = await read(each);
    expect(first.ids).toHaveLength(1);
    const snapshot = await each.account.snapshots.read(first.ids[0] ?? "");
    expect(snapshot?.report.reconciliation.difference).toBe(0n);

    const [restated = ""] = await each.deliver(1, "run-2");
    expect(restated).toContain("BillPublished");
    await each.divides.queue.send(restated);
    expect(await each.divides.mapping.drain(), each.divides.lambda.logs()).toEqual([DONE]);
    const second = await read(each);
    expect(second.ids).toHaveLength(2);
    const next = await each.account.snapshots.read(second.ids[1] ?? "");
    expect(next?.previous).toBe(first.ids[0]);
    expect(next?.difference?.teams.length).toBeGreaterThan(0);
  });

  test("tells of its snapshot and of budgets on the bus, each once", async () => {
    const each = await divided();
    const [published = ""] = await each.deliver(0, "run-1");
    await each.divides.queue.send(published);
    await each.divides.queue.send(OPEN);
    expect(await each.divides.mapping.drain()).toEqual([DONE, DONE]);
    expect((await read(each)).crossed).toBe(2);
    expect(await each.heard()).toEqual([
      "BudgetCrossed effective",
      "BudgetCrossed effective",
      "SnapshotPublished billed",
      "SnapshotPublished contracted",
      "SnapshotPublished effective",
    ]);
    await each.divides.queue.send(published);
    await each.divides.queue.send(OPEN);
    expect(await each.divides.mapping.drain()).toEqual([DONE, DONE]);
    expect(await each.heard()).toEqual([]);
  });

  test("that has no bill is nothing to divide for the clock", async () => {
    const each = await divided();
    await each.divides.queue.send(OPEN);
    expect(await each.divides.mapping.drain(), each.divides.lambda.logs()).toEqual([DONE]);
  });
});

test("what is no message of ours ends among the dead", async () => {
  const each = await divided();
  await each.divides.queue.send("<html>");
  await each.divides.mapping.drain();
  expect(await each.divides.queue.dead()).toEqual(["<html>"]);
});

describe("a process that is killed while it divides", () => {
  const MOMENTS: readonly (readonly [string, "store" | "cloud", Moment])[] = [
    ["before it knew of the bill", "cloud", { call: 2, when: "asked" }],
    ["before the snapshot is published", "store", { call: 1, when: "asked", action: TRANSACT }],
    ["when the snapshot was published", "store", { call: 1, when: "answered", action: TRANSACT }],
  ];

  test.each(MOMENTS)("%s leaves one snapshot for the next one", async (_, where, moment) => {
    const each = await divided();
    const [published = ""] = await each.deliver(0, "run-1");
    await each.divides.queue.send(published);
    const wire = where === "store" ? each.account.store : rig.cloud;
    const planned = wire.breakAt(moment, () => each.divides.lambda.kill());
    await each.divides.mapping.deliver();
    expect(planned.happened()).toBe(true);
    wire.mend();
    await each.divides.mapping.drain();
    expect((await read(each)).ids).toHaveLength(1);
    expect(await each.divides.queue.dead()).toEqual([]);
  });
});
