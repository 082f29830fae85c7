import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { s3Configurations } from "@tagledger/adapters/aws/configuration";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { askRelease } from "@tagledger/core/flows/ask-release";
import { judgeAnew } from "@tagledger/core/flows/judge-anew";
import { sweep } from "@tagledger/core/flows/sweep";
import { work } from "@tagledger/core/flows/work";
import { describe, expect, test } from "vitest";
import { makeInstance } from "./local/company/instance.ts";
import { makeNotebook } from "./local/company/learning.ts";
import { makeFunction, makeService } from "./local/company/serving.ts";
import { makeBucket, makeDatabase, makeVolume } from "./local/company/storage.ts";
import { clientsBeside, clientsThrough } from "./local/gate/clients.ts";
import type { Company } from "./remediation/company.ts";
import { allSeen, fleetOf } from "./remediation/fleet.ts";
import { seen } from "./remediation/instances.ts";
import { makeRig } from "./remediation/rig.ts";
import { byRole, configured, DAY, DEV, EVERYTHING, HOUR, LAB } from "./remediation/rules.ts";

const rig = makeRig("remediate-held");
const SET = "ec2:ModifyInstanceAttribute";
const STOP = "  stop: true";
const Key = "tagledger.yaml";

describe("where rules only observe", () => {
  test("nothing is written or told, from creation to sweep, whatever it is", async () => {
    const company = await rig.open("  default: { mode: observe, grace: 1h, deadline: 4h }");
    const all = [makeInstance, makeNotebook, makeFunction, makeService, makeBucket, makeDatabase, makeVolume];
    for (const [place, make] of all.entries()) {
      await company.make(make, { name: `seen-${place}` });
      await company.make(make, { name: `near-${place}`, facts: byRole("vision-researcher") });
    }
    await company.pass(DAY);
    await rig.gate.as("sweep", async () => sweep(company.ports, await company.rules(), { now: company.now }));
    await company.pass(DAY);
    expect(rig.writes()).toEqual([]);
    expect(rig.told()).toEqual([]);
    const { items } = await company.ledger.resources({ limit: 100 });
    expect(items.length).toBeGreaterThanOrEqual(2 * all.length);
    expect(new Set(items.map(({ state }) => state))).toContain("violating");
    expect(items.filter(({ remediation }) => remediation !== undefined)).toEqual([]);
  });
});

/** A company whose configuration is an object of S3, as it is deployed. */
async function deployed(bucket: string): Promise<{
  readonly company: Company;
  publish(enforcement: string): Promise<unknown>;
}> {
  const theirs = clientsBeside(rig.gate, DEV).of(S3Client);
  const CreateBucketConfiguration = { LocationConstraint: "eu-central-1" } as const;
  await theirs.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
  const publish = (enforcement: string) =>
    theirs.send(new PutObjectCommand({ Bucket: bucket, Key, Body: configured(enforcement) }));
  await publish(EVERYTHING);
  const client = clientsThrough(rig.gate, DEV).of(S3Client);
  const configurations = s3Configurations({ client, bucket, key: Key, hash: nodeHash });
  return { company: await rig.open(EVERYTHING, { configurations }), publish };
}

describe("the switch that stops everything", () => {
  test("holds back every effect, and what is due is done when it is lifted", async () => {
    const { company, publish } = await deployed("configuration-1");
    const bare = await company.make(makeInstance, { name: "bare" });
    const near = await company.make(makeInstance, { name: "near", facts: byRole("vision-reader") });
    await publish(`${EVERYTHING}\n${STOP}`);
    await company.pass(DAY);
    expect([rig.writes(), rig.told()]).toEqual([[], []]);
    await publish(EVERYTHING);
    await rig.gate.as("sweep", async () => sweep(company.ports, await company.rules(), { now: company.now }));
    await company.pass(5 * HOUR);
    expect(await company.record(near.arn)).toMatchObject({ state: "compliant" });
    expect(await company.record(bare.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
  });

  test("lets no further call leave where it is set in the middle of many", async () => {
    const { company, publish } = await deployed("configuration-2");
    const breaker = "  breaker: { perAccountPerHour: 100, perOrganizationPerHour: 100 }";
    await publish(`${EVERYTHING}\n${breaker}`);
    const { instances } = await company.make(fleetOf(30), { name: "fleet", account: LAB.account });
    const people = company.people(LAB.account);
    const before = await allSeen(people);
    await company.pass(5 * HOUR);
    rig.gate.before(SET, () => publish(`${EVERYTHING}\n${breaker}\n${STOP}`));
    await company.pass(HOUR);
    // Those that were on their way with the first cannot be called back.
    const left = rig.gate.calls(SET).length;
    expect(left).toBeLessThanOrEqual(8);
    const isolated = (await company.ledger.deeds()).deeds.length;
    expect(isolated).toBeLessThanOrEqual(8);
    const calls = rig.gate.calls().filter(({ service }) => service !== "s3").length;
    await company.pass(DAY);
    expect(rig.gate.calls(SET)).toHaveLength(left);
    // Nor does anybody ask in vain all the time.
    const asked = rig.gate.calls().filter(({ service }) => service !== "s3").length - calls;
    expect(asked).toBeLessThan(4 * 8);

    await publish(`${EVERYTHING}\n${breaker}`);
    await judgeAnew(company.ports, await company.rules(), company.now);
    await company.pass(HOUR);
    const all = await allSeen(people);
    for (const { id } of instances) expect(all.get(id)?.groups).not.toEqual(before.get(id)?.groups);
    expect(rig.gate.calls(SET)).toHaveLength(30);
  });

  test("lets no further tags be written where it is set in the middle of many", async () => {
    const { company, publish } = await deployed("configuration-5");
    const facts = byRole("vision-reader");
    for (let place = 0; place < 20; place++) await company.make(makeBucket, { name: `many-${place}`, facts });
    rig.gate.before("s3:TagResource", () => publish(`${EVERYTHING}\n${STOP}`));
    await company.pass(DAY);
    // Those that were on their way with the first cannot be called back.
    expect(rig.written().length).toBeLessThanOrEqual(8);
    expect(new Set(rig.written())).toEqual(new Set(["s3:TagResource"]));
    await publish(EVERYTHING);
    await judgeAnew(company.ports, await company.rules(), company.now);
    await company.pass(HOUR);
    expect(rig.written()).toHaveLength(20);
  });

  test("does not keep a person from getting back what was quarantined", async () => {
    const { company, publish } = await deployed("configuration-3");
    const made = await company.make(makeInstance, { name: "wanted" });
    await company.pass(7 * HOUR);
    expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
    await publish(`${EVERYTHING}\n${STOP}`);
    const asked = { resource: made.arn, by: "ines", reason: "needed today" };
    const { why, quarantine } = await askRelease(company.ports, await company.rules(), asked);
    expect([why, quarantine.ended?.how]).toEqual([null, "released"]);
    expect((await seen(company.people(), made.id)).groups).toEqual(made.groups.toSorted());
  });

  test("stops all where nobody can read whether it is set", async () => {
    const { company } = await deployed("configuration-4");
    const made = await company.make(makeInstance, { name: "unread" });
    await company.pass(5 * HOUR);
    const rules = await company.rules();
    rig.gate.fault({ action: "s3:GetObject", answer: "denied", times: 1_000 });
    company.now += HOUR;
    await work(company.ports, rules);
    expect(rig.gate.calls(SET)).toEqual([]);
    rig.gate.reset();
    await company.pass(HOUR);
    expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
  });
});
