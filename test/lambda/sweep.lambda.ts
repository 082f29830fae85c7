import { CreateQueueCommand, SQSClient, TagQueueCommand } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { makeInstance } from "../aws/local/company/instance.ts";
import { madeQueue } from "./account/records.ts";
import { makeRig } from "./account/rig.ts";
import { configured, HOUR } from "./account/rules.ts";
import { invokeOnSchedule } from "./sources/invoke.ts";

const OBSERVING = configured("default: { mode: observe, grace: 1h }");

const rig = makeRig();

test("a sweep finds what no event told of, what changed, and what is gone", async () => {
  const account = await rig.open(OBSERVING);
  const sweep = account.function("sweep");
  const queues = account.people.of(SQSClient);
  const at = Math.floor(Date.now() / 1000) * 1000;
  const instance = await makeInstance(account.people, { name: "silent", tags: { owner: "mira" }, at });
  const gone = madeQueue("never-there", { "ml-team": "vision" });
  const drifted = madeQueue("drifted", { "ml-team": "vision" });
  const QueueName = "drifted";
  const { QueueUrl } = await queues.send(
    new CreateQueueCommand({ QueueName, tags: { "ml-team": "vision" } }),
  );
  for (const { record } of [gone, drifted]) await account.tell(record);
  await account.mapping.drain();
  await queues.send(new TagQueueCommand({ QueueUrl, Tags: { "ml-team": "nobody" } }));

  await account.pass(25 * HOUR);
  const done = { swept: [account.people.account], brokenOff: [], left: [] };
  expect(await invokeOnSchedule(sweep)).toEqual(done);
  expect(await account.record(instance.arn)).toMatchObject({ foundBy: "sweep" });
  expect((await account.record(drifted.arn))?.tags.at(-1)).toMatchObject({ value: "nobody" });
  // A list may lack what is there; two lists an hour apart do not.
  expect(await account.record(gone.arn)).toMatchObject({ state: "compliant" });
  await account.pass(HOUR);
  expect(await invokeOnSchedule(sweep)).toEqual(done);
  expect(await account.record(gone.arn)).toMatchObject({ state: "gone" });
});

test("what a sweep found is looked at like all else, and no more than told of where it may be older than the rules", async () => {
  const account = await rig.open(
    configured("default: { mode: [notify, quarantine], grace: 1h, deadline: 4h }"),
  );
  const [sweep, onDue] = [account.function("sweep"), account.function("on-due")];
  const at = Math.floor(Date.now() / 1000) * 1000;
  const instance = await makeInstance(account.people, { name: "found", tags: { owner: "mira" }, at });
  await invokeOnSchedule(sweep);
  await account.pass(2 * HOUR);
  await invokeOnSchedule(onDue);
  expect(await account.record(instance.arn)).toMatchObject({
    foundBy: "sweep",
    state: "violating",
    remediation: { stage: "notified" },
  });
  await account.pass(24 * HOUR);
  await invokeOnSchedule(onDue);
  expect(await account.record(instance.arn)).toMatchObject({ remediation: { stage: "notified" } });
});

test("a sweep whose lists break off says of which account, and takes nothing for gone", async () => {
  const account = await rig.open(OBSERVING);
  const sweep = account.function("sweep");
  const gone = madeQueue("unseen", { "ml-team": "vision" });
  await account.tell(gone.record);
  await account.mapping.drain();
  rig.cloud.refuse("DescribeVolumes");
  for (let times = 0; times < 2; times += 1) {
    await account.pass(25 * HOUR);
    expect(await invokeOnSchedule(sweep)).toEqual({
      swept: [],
      brokenOff: [account.people.account],
      left: [],
    });
  }
  expect(sweep.lines()).toContainEqual(expect.objectContaining({ message: "a sweep broke off" }));
  expect(await account.record(gone.arn)).toMatchObject({ state: "compliant" });
});
