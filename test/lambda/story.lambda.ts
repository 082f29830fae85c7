import { expect, test } from "vitest";
import { makeInstance } from "../aws/local/company/instance.ts";
import { seen } from "../aws/remediation/instances.ts";
import { tagBy } from "../aws/remediation/tag-by.ts";
import { makeRig } from "./account/rig.ts";
import { configured, EVERYTHING, HOUR, MINUTE } from "./account/rules.ts";
import { invokeOnSchedule } from "./sources/invoke.ts";

const rig = makeRig();

test("an instance without an owner is told of, isolated after the deadline, and given back when it is tagged", async () => {
  const account = await rig.open(configured(EVERYTHING));
  const onDue = account.function("on-due");
  const work = () => invokeOnSchedule(onDue);
  const stage = async (arn: string) => (await account.record(arn))?.remediation?.stage ?? null;

  const at = Math.floor(Date.now() / 1000) * 1000;
  const made = await makeInstance(account.people, { name: "lost", tags: { owner: "mira" }, at });
  const before = await seen(account.people, made.id);
  await account.tell(made.record);
  await account.mapping.drain();
  expect(await account.record(made.arn)).toMatchObject({ state: "pending", verdict: "undecided" });

  await account.pass(50 * MINUTE);
  await work();
  expect(rig.told()).toEqual([]);
  await account.pass(20 * MINUTE);
  expect(await work()).toMatchObject({ refused: 0 });
  expect(await account.record(made.arn)).toMatchObject({ state: "violating", verdict: "violating" });
  expect(rig.told()).toEqual(["fallback: 2 resources breaking the tag rules"]);
  const kinds = (await account.heard()).map((event) => event["detail-type"]);
  expect(new Set(kinds)).toEqual(new Set(["ResourceViolating"]));
  expect(await stage(made.arn)).toBe("notified");

  await account.pass(3 * HOUR);
  await work();
  expect(await seen(account.people, made.id)).toEqual(before);
  await account.pass(2 * HOUR);
  await work();
  expect(await stage(made.arn)).toBe("quarantined");
  const isolated = await seen(account.people, made.id);
  expect(isolated.groups).toHaveLength(1);
  expect(before.groups).not.toContain(isolated.groups[0]);
  expect(await account.heard()).toMatchObject([
    { "detail-type": "ResourceQuarantined", detail: { resource: made.arn } },
  ]);

  const tagged = { tags: { "ml-team": "ranking" }, at: onDue.now() };
  await account.tell(await tagBy(account.people, made, tagged));
  await account.mapping.drain();
  await account.pass(HOUR);
  await work();
  expect(await seen(account.people, made.id)).toEqual({
    ...before,
    tags: { owner: "mira", "ml-team": "ranking" },
  });
  expect(await account.record(made.arn)).toMatchObject({
    state: "compliant",
    remediation: { stage: "released" },
  });
  expect((await account.heard()).map((event) => event["detail-type"])).toContain("ResourceReleased");
  expect(rig.told()).toEqual([
    "fallback: 2 resources breaking the tag rules",
    "fallback: 1 resource quarantined",
    "#ranking: 1 resource given back",
  ]);
});
