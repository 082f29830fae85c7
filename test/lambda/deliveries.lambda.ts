import { describe, expect, test } from "vitest";
import type { Account } from "./account/account.ts";
import { triggerOf } from "./account/account.ts";
import { madeQueue, type Told, taggedQueue } from "./account/records.ts";
import { makeRig } from "./account/rig.ts";
import { configured } from "./account/rules.ts";
import { outcomesOf, timesOf } from "./account/taken-in.ts";
import type { LambdaFunction } from "./runtime/lambda.ts";
import { mapQueue } from "./sources/mapping.ts";

const OBSERVING = configured("default: { mode: observe, grace: 1h }");
/** As much as EventBridge takes, nearly. */
const HUGE = 250_000;
const GOOD = { "ml-team": "vision" };

const rig = makeRig();

/** What somebody made, as many as said. */
function some(count: number, name: string): readonly Told[] {
  return Array.from({ length: count }, (_, place) => madeQueue(`${name}-${place}`, GOOD));
}

async function tellAll(account: Account, told: readonly Told[]): Promise<void> {
  for (const { record } of told) await account.tell(record);
}

describe("an event", () => {
  test("is done once, however often it is delivered", async () => {
    const account = await rig.open(OBSERVING);
    const made = madeQueue("again", GOOD);
    for (let times = 0; times < 3; times += 1) await tellAll(account, [made]);
    const [first] = await account.mapping.drain();
    expect(first).toEqual({ payload: { batchItemFailures: [] } });
    await tellAll(account, [made]);
    await account.mapping.drain();
    expect(await timesOf(account, made)).toEqual({ created: 1, lives: 1 });
    expect(await outcomesOf(account)).toEqual({ evaluated: 1 });
    expect(await account.queue.dead()).toEqual([]);
  });

  test("that is none is recorded as such, whatever it is, and not delivered again", async () => {
    const account = await rig.open(OBSERVING);
    const poisoned = [
      "no JSON",
      "",
      "x".repeat(HUGE),
      "null",
      '"text"',
      "[1, 2]",
      "{}",
      JSON.stringify({ detail: {} }),
      JSON.stringify({ "detail-type": "AWS API Call via CloudTrail", detail: { eventName: {} } }),
      JSON.stringify({ "detail-type": "Scheduled Event", detail: { padding: "x".repeat(HUGE) } }),
      `${"[".repeat(100_000)}`,
      JSON.stringify({ __proto__: null, constructor: 1 }),
    ].filter((body) => body !== "");
    for (const body of poisoned) await account.queue.send(body);
    const made = madeQueue("among-poisoned", GOOD);
    await tellAll(account, [made]);
    for (const outcome of await account.mapping.drain())
      expect(outcome).toEqual({ payload: { batchItemFailures: [] } });
    expect(await outcomesOf(account)).toEqual({ unreadable: poisoned.length, evaluated: 1 });
    expect(await timesOf(account, made)).toEqual({ created: 1, lives: 1 });
    expect(await account.queue.dead()).toEqual([]);
  });

  test.each([
    ["an id", { eventID: "x".repeat(5_000) }],
    ["a name", { requestParameters: { queueName: "x".repeat(5_000), tags: GOOD }, responseElements: null }],
    ["an account", { recipientAccountId: "1".repeat(5_000) }],
    ["a source", { eventSource: `${"x".repeat(5_000)}.amazonaws.com` }],
    ["a time", { eventTime: "+275760-09-13T00:00:00Z" }],
    ["a caller", { userIdentity: { type: "Root", arn: "x".repeat(5_000), accountId: {} } }],
  ])("with %s that AWS would never give comes to an end", async (_, facts) => {
    const account = await rig.open(OBSERVING);
    const { record } = madeQueue("odd", GOOD);
    await account.tell({ ...record, ...facts });
    const outcomes = await account.mapping.drain();
    expect(outcomes.length).toBeLessThanOrEqual(triggerOf("on-resource-event").deliveries);
    const counted = Object.values(await outcomesOf(account)).reduce((sum, each) => sum + each, 0);
    expect([counted, await account.queue.dead()]).toEqual([1, []]);
  });

  test("as large as EventBridge lets it be is taken in, with all that it tells of", async () => {
    const account = await rig.open(OBSERVING);
    const [{ record }] = [taggedQueue("large", { ...GOOD, note: "x".repeat(HUGE) })];
    await account.tell(record);
    const many = madeQueue("many-tags", {
      ...GOOD,
      ...Object.fromEntries(Array.from({ length: 2_000 }, (_, place) => [`key-${place}`, "x".repeat(80)])),
    });
    await account.tell(many.record);
    await account.mapping.drain();
    expect(await account.queue.dead()).toEqual([]);
    expect(await outcomesOf(account)).toEqual({ evaluated: 2 });
  });

  // Of what waits, middy says so a moment before its time is over; what stands still is killed.
  test.each([
    [
      "waits for an answer that never comes",
      () => new Promise(() => {}),
      /^(TimeoutError|Sandbox\.Timedout)$/,
    ],
    ["stands still", (lambda: LambdaFunction) => lambda.stall(), /^Sandbox\.Timedout$/],
  ])(
    "of which the invocation %s until its time is over is delivered again, and done once",
    async (_, act, type) => {
      const account = await rig.open(OBSERVING);
      const slow = account.function("on-resource-event", { timeout: 5 });
      const mapping = mapQueue(account.queue, slow, triggerOf("on-resource-event"));
      const told = some(4, "slow");
      await tellAll(account, told);
      // What was written is, and nobody hears of it.
      const moment = { call: 2, when: "answered", action: "dynamodb:TransactWriteItems" } as const;
      const never = account.store.at(moment, () => act(slow));
      const [first, ...others] = await mapping.drain();
      expect(never.happened()).toBe(true);
      expect(first).toMatchObject({ error: { errorType: expect.stringMatching(type) } });
      expect(others.at(-1)).toEqual({ payload: { batchItemFailures: [] } });
      for (const each of told) expect(await timesOf(account, each)).toEqual({ created: 1, lives: 1 });
      expect(await outcomesOf(account)).toEqual({ evaluated: 4 });
      expect(await account.queue.dead()).toEqual([]);
    },
  );

  test("that always fails ends among the dead, and the others of its batch do not", async () => {
    const account = await rig.open(OBSERVING);
    const told = some(5, "sound");
    const cursed = madeQueue("cursed", GOOD);
    account.store.refuse("cursed");
    await tellAll(account, [...told.slice(0, 2), cursed, ...told.slice(2)]);
    const outcomes = await account.mapping.drain();
    const failed = outcomes.map((outcome) => ("payload" in outcome ? outcome.payload : outcome));
    const { deliveries } = triggerOf("on-resource-event");
    expect(failed).toHaveLength(deliveries);
    for (const each of failed) {
      expect(each).toEqual({ batchItemFailures: [{ itemIdentifier: expect.any(String) }] });
    }
    for (const each of told) expect(await timesOf(account, each)).toEqual({ created: 1, lives: 1 });
    const [dead, ...others] = await account.queue.dead();
    expect(others).toEqual([]);
    expect(JSON.parse(dead ?? "").detail).toEqual(cursed.record);

    // Whoever mends what was wrong sends it again.
    account.store.mend();
    await account.queue.send(dead ?? "");
    await account.mapping.drain();
    expect(await timesOf(account, cursed)).toEqual({ created: 1, lives: 1 });
  });
});
