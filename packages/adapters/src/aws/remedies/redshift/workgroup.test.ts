import type { Workgroup } from "@aws-sdk/client-redshift-serverless";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSought } from "../../inventory/testing/make-sought.ts";
import { type Answering, ServiceError, startAnswering } from "../testing/answering.ts";
import { type Quarantine, quarantineOf } from "../testing/quarantine.ts";
import { workgroup } from "./workgroup.ts";

const ID = "3f1c0de2-5b7a-4a53-9a3e-2d2f0e5a8f10";
const BY_NAME = makeSought("redshift-serverless", `workgroup/${ID}`, { id: "clicks" });
const BY_ARN = makeSought("redshift-serverless", `workgroup/${ID}`);

let clicks: Workgroup;
let answering: Answering;
let lower: Quarantine;

beforeEach(async () => {
  clicks = { workgroupName: "clicks", workgroupArn: BY_NAME.arn, status: "AVAILABLE", baseCapacity: 128 };
  answering = await startAnswering({
    GetWorkgroup: ({ workgroupName }) => ({ workgroup: named(workgroupName) }),
    ListWorkgroups: ({ nextToken }) =>
      nextToken === undefined ? { workgroups: [], nextToken: "more" } : { workgroups: [clicks] },
    UpdateWorkgroup: ({ workgroupName, baseCapacity }) => {
      const found = named(workgroupName);
      if (found.status !== "AVAILABLE") throw new ServiceError("ConflictException");
      clicks = { ...found, baseCapacity: Number(baseCapacity), status: "MODIFYING" };
      return { workgroup: clicks };
    },
  });
  lower = quarantineOf(workgroup, "redshift-serverless:lower-capacity", answering.clients, BY_NAME);
});

afterEach(() => answering.stop());

test("a workgroup goes down to the least that there is, and back to what it was", async () => {
  const ours = await lower.aim();
  expect(ours).toEqual({ base: 4 });
  await lower.set(ours);
  await lower.set(ours);
  expect([await lower.now(), clicks.status]).toEqual([ours, "MODIFYING"]);
  await expect(lower.set({ base: 128 })).rejects.toMatchObject({ name: "ConflictException" });
  clicks = { ...clicks, status: "AVAILABLE" };
  await lower.set({ base: 128 });
  expect(await lower.now()).toEqual({ base: 128 });
});

test("a workgroup whose capacity Redshift chooses has none to lower", async () => {
  clicks = { ...clicks, pricePerformanceTarget: { status: "ENABLED", level: 50 } };
  expect(await lower.now()).toBeUndefined();
});

test("a workgroup of which only the ARN is known is found by it", async () => {
  const byArn = quarantineOf(workgroup, "redshift-serverless:lower-capacity", answering.clients, BY_ARN);
  await byArn.set(await byArn.aim());
  expect(clicks.baseCapacity).toBe(4);
});

test("a workgroup that is not there is none", async () => {
  const gone = { ...BY_NAME, id: "gone" };
  expect(await workgroup.inspect(answering.clients, gone)).toBeNull();
  const unlisted = { ...BY_ARN, arn: `${BY_ARN.arn}0`, id: `${BY_ARN.id}0` };
  expect(await workgroup.inspect(answering.clients, unlisted)).toBeNull();
});

function named(name: unknown): Workgroup {
  if (name !== clicks.workgroupName) throw new ServiceError("ResourceNotFoundException");
  return clicks;
}
