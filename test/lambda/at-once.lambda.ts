import { expect, test } from "vitest";
import { makeInstance } from "../aws/local/company/instance.ts";
import { seen } from "../aws/remediation/instances.ts";
import { tagBy } from "../aws/remediation/tag-by.ts";
import { madeQueue, taggedQueue } from "./account/records.ts";
import { makeRig } from "./account/rig.ts";
import { configured, EVERYTHING, HOUR, MINUTE } from "./account/rules.ts";
import { outcomesOf, timesOf } from "./account/taken-in.ts";
import { deployedFunction } from "./deployed.ts";
import { eventOf } from "./sources/event-of.ts";
import { invokeOnSchedule } from "./sources/invoke.ts";

const OBSERVING = configured("default: { mode: observe, grace: 1h }");
const GOOD = { "ml-team": "vision" };

const rig = makeRig();

test("a batch that two processes get at the same time is done once", async () => {
  const account = await rig.open(OBSERVING);
  const processes = [1, 2].map(() => account.function("on-resource-event"));
  const { trigger } = deployedFunction("on-resource-event");
  const made = ["a", "b", "c", "d"].map((name) => madeQueue(`twice-${name}`, {}, Date.now() - 5000));
  const tagged = made.map(({ arn }) => taggedQueue(arn.split(":").at(-1) ?? "", GOOD));
  for (const told of [made, tagged]) {
    const bodies = told.map(({ record }) => JSON.stringify(record));
    const outcomes = await Promise.all(
      processes.map((lambda) => lambda.invoke(eventOf(lambda, trigger, bodies))),
    );
    for (const outcome of outcomes) expect(outcome).toEqual({ payload: { batchItemFailures: [] } });
  }
  for (const each of made) {
    expect(await timesOf(account, each)).toEqual({ created: 1, lives: 1 });
    expect(await account.facts(each.arn, "tagged")).toHaveLength(1);
    expect(await account.record(each.arn)).toMatchObject({ state: "compliant" });
  }
  expect(await outcomesOf(account)).toEqual({ evaluated: 8 });
});

test("what two processes find due at the same time is isolated once, and given back as it was", async () => {
  const account = await rig.open(configured(EVERYTHING));
  const processes = [1, 2].map(() => account.function("on-due"));
  const work = () => Promise.all(processes.map((lambda) => invokeOnSchedule(lambda)));
  const at = Math.floor(Date.now() / 1000) * 1000;
  const made = await makeInstance(account.people, { name: "both", tags: { owner: "mira" }, at });
  const before = await seen(account.people, made.id);
  await account.tell(made.record);
  await account.mapping.drain();
  for (const time of [70 * MINUTE, 5 * HOUR, 5 * MINUTE]) {
    await account.pass(time);
    await work();
  }
  expect(await account.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
  expect(await account.facts(made.arn, "began")).toMatchObject([
    { before: { groups: made.groups.toSorted() } },
  ]);
  const told = (await account.heard()).filter((event) => event["detail-type"] === "ResourceQuarantined");
  expect(new Set(told.map(({ detail }) => detail.id)).size).toBe(1);
  expect(rig.told().filter((each) => each.includes("quarantined"))).toEqual([
    "fallback: 1 resource quarantined",
  ]);

  const tags = GOOD;
  await account.tell(await tagBy(account.people, made, { tags, at: processes[0]?.now() ?? at }));
  await account.mapping.drain();
  await account.pass(HOUR);
  await work();
  expect(await seen(account.people, made.id)).toEqual({ ...before, tags: { owner: "mira", ...GOOD } });
});
