import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverCur2, deliverFocus } from "../bills/deliver.ts";
import { type Account, triggerOf } from "./account/account.ts";
import { type BillBucket, billBucket, created } from "./account/billing.ts";
import { makeRig } from "./account/rig.ts";
import type { Moment } from "./account/wire.ts";
import type { LambdaFunction } from "./runtime/lambda.ts";
import { type Mapping, mapQueue } from "./sources/mapping.ts";
import { makeQueue, type Queue } from "./sources/queue.ts";

const CONFIG = `${RULES}bills: [{ s3: s3://billing/exports }]\n`;
const DONE = { payload: { batchItemFailures: [] } };
const TRANSACT = "dynamodb:TransactWriteItems";
const LOOK = '{"look":"all"}';

const rig = makeRig();

/** An account in which bills are delivered. */
interface Billed {
  readonly account: Account;
  readonly lambda: LambdaFunction;
  readonly bucket: BillBucket;
  readonly queue: Queue;
  readonly mapping: Mapping;
  /** All that was counted, by name. */
  counted(): Readonly<Record<string, number>>;
}

async function billed(): Promise<Billed> {
  const account = await rig.open(CONFIG);
  const trigger = triggerOf("on-bill-delivered");
  const lambda = account.function("on-bill-delivered");
  const queue = await makeQueue(account.people.of(SQSClient), `${account.bucket}-bills`, trigger);
  return {
    account,
    lambda,
    bucket: await billBucket(account.people.of(S3Client)),
    queue,
    mapping: mapQueue(queue, lambda, trigger),
    counted() {
      const sums: Record<string, number> = {};
      for (const line of lambda.lines())
        for (const [name, value] of Object.entries(line))
          if (/^(Bills?|TeamDays)[A-Z]/.test(name)) sums[name] = (sums[name] ?? 0) + Number(value);
      return sums;
    },
  };
}

/** What is read of the month: version, lines, and what all of it comes to. */
async function read({ account }: Billed) {
  const { pointers } = await account.bills.period(PERIOD);
  const versions = await account.bills.versions(PERIOD);
  const published = versions.filter(({ id }) =>
    Object.values(pointers).some(({ version }) => version === id),
  );
  return {
    statuses: versions.map(({ status }) => status),
    lines: published.map(({ contents }) => contents?.lines),
    totals: published.map(({ contents }) => contents?.totals),
    holders: (await account.bills.holders(PERIOD)).length,
  };
}

describe("a bill that is delivered", () => {
  test("is read from then on, once, however often its manifest is told of", async () => {
    const each = await billed();
    const told = await each.bucket.deliver(deliverFocus, makeCharges(400));
    for (let times = 0; times < 3; times += 1) await each.queue.send(told);
    expect(await each.mapping.drain(), each.lambda.logs()).toEqual([DONE, DONE, DONE]);
    const { statuses, lines, holders } = await read(each);
    expect({ statuses, lines }).toEqual({ statuses: ["published"], lines: [400] });
    expect(holders).toBeGreaterThan(2);
    const { TeamDaysWritten = 0, ...others } = each.counted();
    expect(others).toEqual({ BillsPublished: 1, BillsAgain: 2, BillLines: 400 });
    expect(TeamDaysWritten).toBeGreaterThan(holders);
    expect(await each.bucket.keys(each.account.bucket)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^cells\/.*\.parquet$/)]),
    );
  });

  test("is found within a day where nobody told of it, and its restatement takes its place", async () => {
    const each = await billed();
    await each.bucket.deliver(deliverCur2, makeCharges(300), { run: "run-1" });
    await each.queue.send(LOOK);
    expect(await each.mapping.drain(), each.lambda.logs()).toEqual([DONE]);
    const before = await read(each);
    await each.bucket.deliver(deliverCur2, makeCharges(300, 7), { run: "run-2" });
    await each.queue.send(LOOK);
    expect(await each.mapping.drain(), each.lambda.logs()).toEqual([DONE]);
    const after = await read(each);
    expect(after.statuses).toEqual(["superseded", "published"]);
    expect(after.totals).not.toEqual(before.totals);
  });

  test("where nobody asked for it is let be", async () => {
    const each = await billed();
    await each.queue.send(created("elsewhere/ml/ml-Manifest.json"));
    expect(await each.mapping.drain()).toEqual([DONE]);
    expect(each.counted()).toEqual({ BillsIgnored: 1 });
  });
});

describe("what cannot be taken in", () => {
  test.each([
    ["is no message of bills", () => "<html>"],
    ["names a manifest that is not there", () => created("exports/focus/metadata/focus-Manifest.json")],
  ])("as it %s ends among the dead, and holds up no other", async (_, body) => {
    const each = await billed();
    const told = await each.bucket.deliver(deliverFocus, makeCharges(50));
    await each.queue.send(body());
    await each.queue.send(told);
    const outcomes = await each.mapping.drain();
    const { deliveries } = triggerOf("on-bill-delivered");
    expect(outcomes.filter((outcome) => JSON.stringify(outcome) !== JSON.stringify(DONE))).toHaveLength(
      deliveries,
    );
    expect(await each.queue.dead()).toEqual([body()]);
    expect((await read(each)).lines).toEqual([50]);
  });

  test("as a part is missing ends among the dead, and is taken in when it is there and sent again", async () => {
    const each = await billed();
    const told = await each.bucket.deliver(deliverFocus, makeCharges(50));
    const part = (await each.bucket.keys()).find((key) => key.includes("00002")) ?? "";
    await each.bucket.remove(part);
    await each.queue.send(told);
    await each.mapping.drain();
    expect(await each.queue.dead()).toEqual([told]);
    expect((await read(each)).lines).toEqual([]);
    await each.bucket.deliver(deliverFocus, makeCharges(50));
    await each.queue.send(told);
    await each.mapping.drain();
    expect((await read(each)).lines).toEqual([50]);
  });

  test("as nothing was delivered yet is no failure", async () => {
    const each = await billed();
    await each.queue.send(LOOK);
    expect(await each.mapping.drain(), each.lambda.logs()).toEqual([DONE]);
    expect(each.counted()).toEqual({ BillsUnreadable: 1 });
  });
});

describe("a process that is killed while it takes a bill in", () => {
  const MOMENTS: readonly (readonly [string, "store" | "cloud", Moment])[] = [
    ["before it knew of the bill", "cloud", { call: 2, when: "asked" }],
    ["before the version is remembered", "store", { call: 1, when: "asked", action: TRANSACT }],
    ["when the version was remembered", "store", { call: 1, when: "answered", action: TRANSACT }],
    ["while parts are fetched", "cloud", { call: 6, when: "answered" }],
    ["while cells are kept", "cloud", { call: 12, when: "answered" }],
    ["when a day was written", "store", { call: 1, when: "answered", action: "dynamodb:PutItem" }],
    ["when more days were", "store", { call: 20, when: "asked", action: "dynamodb:PutItem" }],
    ["before it is published", "store", { call: 2, when: "asked", action: TRANSACT }],
    ["when it was published", "store", { call: 2, when: "answered", action: TRANSACT }],
  ];

  test.each(MOMENTS)(
    "%s leaves all whole, and the next one ends as if nothing had been",
    async (_, where, moment) => {
      const undisturbed = await billed();
      await undisturbed.queue.send(await undisturbed.bucket.deliver(deliverFocus, makeCharges(200)));
      await undisturbed.mapping.drain();
      const expected = await read(undisturbed);

      const each = await billed();
      await each.queue.send(await each.bucket.deliver(deliverFocus, makeCharges(200)));
      const wire = where === "store" ? each.account.store : rig.cloud;
      const planned = wire.breakAt(moment, () => each.lambda.kill());
      const killed = await each.mapping.deliver();
      expect(planned.happened()).toBe(true);
      expect(killed).toMatchObject({ error: { errorType: "Runtime.ExitError" } });
      wire.mend();
      await each.mapping.drain();
      expect(await read(each)).toEqual(expected);
      expect(await each.queue.dead()).toEqual([]);
    },
  );
});
