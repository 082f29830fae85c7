import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { makeInstance } from "../aws/local/company/instance.ts";
import { seen } from "../aws/remediation/instances.ts";
import { madeQueue } from "./account/records.ts";
import { makeRig } from "./account/rig.ts";
import { configured, EVERYTHING, HOUR, MINUTE } from "./account/rules.ts";
import { outcomesOf, timesOf } from "./account/taken-in.ts";
import { deployedFunction } from "./deployed.ts";
import { invokeOnSchedule } from "./sources/invoke.ts";
import { scheduled } from "./sources/schedule.ts";

const OBSERVING = configured("default: { mode: observe, grace: 1h }");
const ISOLATES = "ec2:ModifyInstanceAttribute";

const rig = makeRig();

describe("a configuration", () => {
  test.each([
    ["is not there", null, /s3:\/\/\S+\/tagledger\.yaml: there is no such configuration/],
    ["is no YAML", "version: [", /tagledger\.yaml:1:\d+: /],
    ["holds an unknown key", `${OBSERVING}  spot: true\n`, /tagledger\.yaml:\d+:3: .*spot/],
    ["is empty", "\n", /tagledger\.yaml:\d+:\d+: /],
  ])("that %s is named as what is wrong, and events wait until it is mended", async (_, text, expected) => {
    const account = await rig.open(OBSERVING);
    const lambda = account.function("on-due");
    const made = madeQueue("waits", { "ml-team": "vision" });
    if (text === null) await account.unpublish();
    else await account.publish(text);
    await account.tell(made.record);
    const failed = await account.mapping.deliver();
    expect(failed).toMatchObject({ error: { errorMessage: expect.stringMatching(expected) } });
    const due = await lambda.invoke(scheduled(lambda.configured, "aws.scheduler", lambda.now()));
    expect(due).toMatchObject({ error: { errorMessage: expect.stringMatching(expected) } });
    expect(lambda.lines()).toContainEqual(expect.objectContaining({ level: "ERROR" }));
    await account.publish(OBSERVING);
    await account.mapping.drain();
    expect(await timesOf(account, made)).toEqual({ created: 1, lives: 1 });
    expect(await outcomesOf(account)).toEqual({ evaluated: 1 });
    expect(await invokeOnSchedule(lambda)).toMatchObject({ refused: 0 });
  });

  test("comes into force in a process that runs", async () => {
    const account = await rig.open(OBSERVING);
    const arns: string[] = [];
    for (const values of ["[vision, ranking]", "[speech]"]) {
      await account.publish(OBSERVING.replace("[vision, ranking]", values));
      const made = madeQueue(`with-${arns.length}`, { "ml-team": "speech" });
      arns.push(made.arn);
      await account.tell(made.record);
      await account.mapping.drain();
    }
    const verdicts = await Promise.all(arns.map(async (arn) => (await account.record(arn))?.verdict));
    expect(verdicts).toEqual(["undecided", "compliant"]);
  });
});

describe("a stop", () => {
  /** An instance whose deadline has come. */
  async function overdue(name: string) {
    const account = await rig.open(configured(EVERYTHING));
    const onDue = account.function("on-due");
    const at = Math.floor(Date.now() / 1000) * 1000;
    const made = await makeInstance(account.people, { name, tags: {}, at });
    await account.tell(made.record);
    await account.mapping.drain();
    await account.pass(70 * MINUTE);
    await invokeOnSchedule(onDue);
    await account.pass(5 * HOUR);
    const before = await seen(account.people, made.id);
    const isolations = () => rig.cloud.calls().filter((action) => action === ISOLATES).length;
    return { account, onDue, made, before, isolations, already: isolations() };
  }

  test("that is published holds all effects, until it is taken back", async () => {
    const { account, onDue, made, before, isolations, already } = await overdue("stopped");
    await account.publish(configured(`stop: true\n  ${EVERYTHING}`));
    await invokeOnSchedule(onDue);
    await account.pass(HOUR);
    await invokeOnSchedule(onDue);
    expect(isolations()).toBe(already);
    expect(await seen(account.people, made.id)).toEqual(before);
    await account.publish(configured(EVERYTHING));
    await account.pass(HOUR);
    await invokeOnSchedule(onDue);
    expect(isolations()).toBe(already + 1);
    expect(await account.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
  });

  test("that is published while an invocation runs holds what it has not begun", async () => {
    const { account, onDue, made, before, isolations, already } = await overdue("stopped-midway");
    const looked = rig.cloud.at({ call: 1, when: "asked", action: "ec2:DescribeInstances" }, () =>
      account.publish(configured(`stop: true\n  ${EVERYTHING}`)),
    );
    await invokeOnSchedule(onDue);
    expect(looked.happened()).toBe(true);
    expect(isolations()).toBe(already);
    expect(await seen(account.people, made.id)).toEqual(before);
  });
});

test("a secret that the configuration names and nobody gave is told by its name, and all else is done", async () => {
  const account = await rig.open(configured("default: { mode: notify, grace: 1h }"));
  const { SLACK_WEBHOOK: _, ...environment } = deployedFunction("on-due").environment;
  const onDue = account.function("on-due", { environment });
  await account.people.of(SQSClient).send(new CreateQueueCommand({ QueueName: "untold" }));
  await account.tell(madeQueue("untold", {}).record);
  await account.mapping.drain();
  await account.pass(2 * HOUR);
  await invokeOnSchedule(onDue);
  expect(rig.told()).toEqual([]);
  expect(onDue.logs()).toContain("names the secret SLACK_WEBHOOK, which is not set");
});
