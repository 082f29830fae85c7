import { describe, expect, test } from "vitest";
import { makeInstance } from "../aws/local/company/instance.ts";
import { seen } from "../aws/remediation/instances.ts";
import { tagBy } from "../aws/remediation/tag-by.ts";
import type { Account } from "./account/account.ts";
import { triggerOf } from "./account/account.ts";
import { deletedQueue, madeQueue, type Told, taggedQueue } from "./account/records.ts";
import { makeRig } from "./account/rig.ts";
import { configured, EVERYTHING, HOUR, MINUTE } from "./account/rules.ts";
import { outcomesOf } from "./account/taken-in.ts";
import type { Moment } from "./account/wire.ts";
import { invokeOnSchedule } from "./sources/invoke.ts";
import { mapQueue } from "./sources/mapping.ts";
import { scheduled } from "./sources/schedule.ts";

const OBSERVING = configured("default: { mode: observe, grace: 1h }");
const GOOD = { "ml-team": "vision" };
/** More calls than a batch makes. */
const MOST_CALLS = 60;

const rig = makeRig();

/** What happens to four queues, and what comes of each. That one is deleted is no creation, and counts as skipped. */
function happenings(name: string): { readonly told: readonly Told[]; readonly states: readonly string[] } {
  const names = ["good", "bare", "tagged", "gone"].map((each) => `${name}-${each}`);
  const [good = "", bare = "", tagged = "", gone = ""] = names;
  const at = Date.now() - 10_000;
  const told = [
    madeQueue(good, GOOD, at),
    madeQueue(bare, {}, at),
    madeQueue(tagged, {}, at),
    madeQueue(gone, GOOD, at),
    taggedQueue(tagged, GOOD, at + 1000),
    deletedQueue(gone, at + 1000),
  ];
  return { told, states: ["compliant", "pending", "compliant", "gone"] };
}

/** What is known of what happened: nothing is missing, and nothing is there twice. */
async function known(account: Account, told: readonly Told[]) {
  const arns = [...new Set(told.map(({ arn }) => arn))];
  return Promise.all(
    arns.map(async (arn) => {
      const { incarnations, facts } = await account.ledger.history(arn);
      const kinds = facts.map(({ kind }) => kind).filter((kind) => kind !== "decided");
      return [incarnations.map(({ state }) => state), kinds.toSorted()];
    }),
  );
}

describe("a batch whose process is killed", () => {
  test.each(["asked", "answered"] as const)(
    "is taken in whole and once, whichever call of the ledger was just %s",
    async (when) => {
      const account = await rig.open(OBSERVING);
      const lambda = account.function("on-resource-event");
      const mapping = mapQueue(account.queue, lambda, triggerOf("on-resource-event"));
      const undisturbed = happenings("undisturbed");
      for (const { record } of undisturbed.told) await account.tell(record);
      await mapping.drain();
      const expected = await known(account, undisturbed.told);
      expect(expected.flatMap(([states]) => states)).toEqual(undisturbed.states);

      let [call, killed] = [0, 0];
      for (let goesOn = true; goesOn && call < MOST_CALLS; ) {
        call += 1;
        // A process that begins asks more.
        await lambda.kill();
        const { told } = happenings(`${when}-${call}`);
        for (const { record } of told) await account.tell(record);
        const planned = account.store.breakAt({ call, when }, () => lambda.kill());
        await mapping.drain();
        goesOn = planned.happened();
        if (goesOn) killed += 1;
        account.store.mend();
        expect(await known(account, told), `killed at call ${call}`).toEqual(expected);
      }
      expect(killed).toBeGreaterThan(5);
      expect(call).toBeLessThan(MOST_CALLS);
      expect(await outcomesOf(account)).toEqual({ evaluated: 5 * (call + 1), skipped: call + 1 });
      expect(await account.queue.dead()).toEqual([]);
    },
  );

  test("is taken in after all where it is killed again and again", async () => {
    const account = await rig.open(OBSERVING);
    const lambda = account.function("on-resource-event");
    const trigger = triggerOf("on-resource-event");
    const mapping = mapQueue(account.queue, lambda, trigger);
    const { told, states } = happenings("often");
    for (const { record } of told) await account.tell(record);
    for (let times = 1; times < trigger.deliveries; times += 1) {
      account.store.breakAt({ call: 3 * times, when: "answered" }, () => lambda.kill());
    }
    await mapping.drain();
    expect((await known(account, told)).flatMap(([state]) => state)).toEqual(states);
    expect(await account.queue.dead()).toEqual([]);
  });
});

describe("what is due, where the process is killed that does it,", () => {
  const MOMENTS: readonly (readonly [string, "store" | "cloud", Moment])[] = [
    ["when it takes the lease", "store", { call: 1, when: "answered", action: "dynamodb:PutItem" }],
    [
      "when it notes what it is about to do",
      "store",
      { call: 3, when: "answered", action: "dynamodb:TransactWriteItems" },
    ],
    ["before it isolates", "cloud", { call: 1, when: "asked", action: "ec2:ModifyInstanceAttribute" }],
    ["when it isolated", "cloud", { call: 1, when: "answered", action: "ec2:ModifyInstanceAttribute" }],
    ["when it told others", "cloud", { call: 1, when: "answered", action: "events:PutEvents" }],
  ];

  test.each(MOMENTS)("is done once, and taken back, %s", async (name, where, moment) => {
    const account = await rig.open(configured(EVERYTHING));
    const onDue = account.function("on-due");
    const at = Math.floor(Date.now() / 1000) * 1000;
    const label = name.replaceAll(" ", "-");
    const made = await makeInstance(account.people, { name: label, tags: { owner: "mira" }, at });
    const before = await seen(account.people, made.id);
    await account.tell(made.record);
    await account.mapping.drain();
    await account.pass(70 * MINUTE);
    await invokeOnSchedule(onDue);
    await account.pass(5 * HOUR);

    const wire = where === "store" ? account.store : rig.cloud;
    const planned = wire.breakAt(moment, () => onDue.kill());
    const outcome = await onDue.invoke(scheduled(onDue.configured, "aws.scheduler", onDue.now()));
    expect(planned.happened()).toBe(true);
    expect(outcome).toMatchObject({ error: { errorType: "Runtime.ExitError" } });
    wire.mend();

    // Its leases end by themselves.
    for (let minutes = 0; minutes < 10; minutes += 5) {
      await account.pass(5 * MINUTE);
      await invokeOnSchedule(onDue);
    }
    expect(await account.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
    const quarantines = (await account.heard()).filter(
      (event) => event["detail-type"] === "ResourceQuarantined",
    );
    // It may be sent twice, as the same.
    expect(new Set(quarantines.map(({ detail }) => detail.id)).size).toBe(1);
    expect((await seen(account.people, made.id)).groups).not.toEqual(before.groups);

    const tagged = await tagBy(account.people, made, { tags: GOOD, at: onDue.now() });
    await account.tell(tagged);
    await account.mapping.drain();
    await account.pass(HOUR);
    await invokeOnSchedule(onDue);
    expect(await seen(account.people, made.id)).toEqual({ ...before, tags: { owner: "mira", ...GOOD } });
    expect(await account.record(made.arn)).toMatchObject({ remediation: { stage: "released" } });
  });
});

describe("while the ledger cannot be reached", () => {
  test("events wait in the queue, and are taken in afterwards", async () => {
    const account = await rig.open(OBSERVING);
    const { told, states } = happenings("waiting");
    for (const { record } of told) await account.tell(record);
    account.store.cut();
    const failed = await account.mapping.deliver();
    const isAll =
      failed !== null &&
      ("error" in failed ||
        (failed.payload as { batchItemFailures: unknown[] }).batchItemFailures.length === told.length);
    expect(isAll).toBe(true);
    account.store.mend();
    await account.mapping.drain();
    expect((await known(account, told)).flatMap(([state]) => state)).toEqual(states);
    expect(await outcomesOf(account)).toEqual({ evaluated: 5, skipped: 1 });
  });

  test("what is due fails, saying so, and is done afterwards", async () => {
    const account = await rig.open(OBSERVING);
    const onDue = account.function("on-due");
    await account.tell(madeQueue("late", {}).record);
    await account.mapping.drain();
    await account.pass(2 * HOUR);
    account.store.cut();
    const outcome = await onDue.invoke(scheduled(onDue.configured, "aws.scheduler", onDue.now()));
    expect(outcome).toMatchObject({ error: { errorMessage: expect.stringContaining("cannot be reached") } });
    account.store.mend();
    expect(await invokeOnSchedule(onDue)).toMatchObject({ looked: 1 });
  });
});
