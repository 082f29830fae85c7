import { DescribeServicesCommand, ECSClient } from "@aws-sdk/client-ecs";
import { GetFunctionConcurrencyCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { DescribeDBInstancesCommand, RDSClient } from "@aws-sdk/client-rds";
import {
  DescribeEndpointCommand,
  DescribeNotebookInstanceCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import type { Fields } from "@tagledger/core/remediation/fields";
import { describe, expect, test } from "vitest";
import { makeEndpoint, makeNotebook } from "./local/company/learning.ts";
import type { Made, Make } from "./local/company/made.ts";
import { makeFunction, makeService } from "./local/company/serving.ts";
import { makeBucket, makeDatabase, makeVolume } from "./local/company/storage.ts";
import { makeRig } from "./remediation/rig.ts";
import { allowing, byRole, DAY, EVERYTHING, HOUR } from "./remediation/rules.ts";

const rig = makeRig("remediate-kinds");

interface Case {
  readonly make: Make;
  readonly remedy: string;
  readonly before: Fields;
  readonly ours: Fields;
  /** The calls that set it and give it back. */
  readonly calls: readonly [string, string];
  /** What its service tells of it, before and meanwhile. */
  readonly look: (clients: Clients, made: Made) => Promise<unknown>;
  readonly told: readonly [unknown, unknown];
}

const STOPS = { before: { running: true }, ours: { running: false } };

const CASES: Readonly<Record<string, Case>> = {
  "a notebook is stopped, and started": {
    make: makeNotebook,
    remedy: "sagemaker:stop-notebook",
    ...STOPS,
    calls: ["sagemaker:StopNotebookInstance", "sagemaker:StartNotebookInstance"],
    look: async (clients, { id }) =>
      (
        await clients
          .of(SageMakerClient)
          .send(new DescribeNotebookInstanceCommand({ NotebookInstanceName: id }))
      ).NotebookInstanceStatus,
    told: ["InService", "Stopped"],
  },
  "a database is stopped, and started": {
    make: makeDatabase,
    remedy: "rds:stop",
    ...STOPS,
    calls: ["rds:StopDBInstance", "rds:StartDBInstance"],
    look: async (clients, { id }) =>
      (await clients.of(RDSClient).send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: id })))
        .DBInstances?.[0]?.DBInstanceStatus,
    told: ["available", "stopped"],
  },
  "a function may not run, and runs without a limit as before": {
    make: makeFunction,
    remedy: "lambda:throttle",
    before: { reserved: null },
    ours: { reserved: 0 },
    calls: ["lambda:PutFunctionConcurrency", "lambda:DeleteFunctionConcurrency"],
    look: async (clients, { id }) =>
      (await clients.of(LambdaClient).send(new GetFunctionConcurrencyCommand({ FunctionName: id })))
        .ReservedConcurrentExecutions,
    told: [undefined, 0],
  },
  "a service has no tasks, and as many as before": {
    make: makeService,
    remedy: "ecs:empty-service",
    before: { desired: 2 },
    ours: { desired: 0 },
    calls: ["ecs:UpdateService", "ecs:UpdateService"],
    look: async (clients, { id, arn }) =>
      (await clients.of(ECSClient).send(new DescribeServicesCommand({ cluster: id, services: [arn] })))
        .services?.[0]?.desiredCount,
    told: [2, 0],
  },
};

describe("from its creation to its release", () => {
  test.each(Object.entries(CASES))("%s", async (says, { make, remedy, before, ours, calls, look, told }) => {
    const company = await rig.open(allowing(remedy));
    const made = await company.make(make, { name: says.replaceAll(/\W+/g, "-").slice(0, 30) });
    await company.pass(5 * HOUR);
    expect(rig.written()).toEqual([]);
    expect(await look(company.people(), made)).toEqual(told[0]);
    await company.pass(2 * HOUR);
    expect(rig.written()).toEqual(calls.slice(0, 1));
    expect(await look(company.people(), made)).toEqual(told[1]);
    expect(await company.facts(made.arn, "began")).toMatchObject([{ remedy, before, ours }]);
    expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined", remedy } });
    await company.tag(made, { "ml-team": "ranking" });
    await company.pass(HOUR);
    expect(rig.written()).toEqual(calls);
    expect(await look(company.people(), made)).toEqual(told[0]);
    expect(await company.facts(made.arn, "released")).toMatchObject([
      { by: null, restored: before, conflicts: [] },
    ]);
    expect(await company.record(made.arn)).toMatchObject({
      state: "compliant",
      due: null,
      remediation: { stage: "released" },
    });
    expect(rig.told()).toEqual([
      "fallback: 1 resource breaking the tag rules",
      "fallback: 1 resource quarantined",
      "#ranking: 1 resource given back",
    ]);
  });

  test.each(Object.entries(CASES))(
    "%s: only where its rule allows it by name",
    async (says, { make, look, told }) => {
      const company = await rig.open(EVERYTHING);
      const made = await company.make(make, { name: `not-${says.replaceAll(/\W+/g, "-").slice(0, 24)}` });
      await company.pass(DAY);
      expect(rig.written()).toEqual([]);
      expect(await look(company.people(), made)).toEqual(told[0]);
      expect(rig.told()).toEqual(["fallback: 1 resource breaking the tag rules"]);
    },
  );
});

test("an endpoint whose variants cannot shrink to nothing is left as it is, and a person is asked", async () => {
  const company = await rig.open(allowing("sagemaker:scale-endpoint"));
  const made = await company.make(makeEndpoint, { name: "scorer" });
  const describe = new DescribeEndpointCommand({ EndpointName: made.id });
  await company.pass(2 * DAY);
  expect(rig.written()).toEqual([]);
  const { EndpointStatus } = await company.people().of(SageMakerClient).send(describe);
  expect(EndpointStatus).toBe("InService");
  expect(rig.told()).toEqual([
    "fallback: 1 resource breaking the tag rules",
    "fallback: 1 resource waiting for a decision",
  ]);
  const [inspected] = (await company.facts(made.arn, "inspected")).slice(-1);
  expect(inspected?.remedies.map(({ name }) => name)).toEqual(["sagemaker:delete-endpoint"]);
});

describe("what only its tags can put right", () => {
  test.each([
    ["a bucket", makeBucket],
    ["a volume", makeVolume],
  ] as const)("%s gets its team, and keeps its other tags", async (what, make) => {
    const company = await rig.open(EVERYTHING);
    const facts = byRole("vision-researcher");
    const made = await company.make(make, {
      name: `own-${what.slice(2)}`,
      tags: { purpose: "images" },
      facts,
    });
    await company.pass(2 * HOUR);
    const [look] = await company.ports.inventory.look([await known(company, made)]);
    expect(look).toEqual({ tags: { purpose: "images", "ml-team": "vision" } });
    expect(rig.told()).toEqual(["#vision: 1 resource repaired"]);
  });

  test.each([
    ["a bucket", makeBucket],
    ["a volume", makeVolume],
  ] as const)(
    "%s of which nothing says whose it is, is told of once, and nothing is written",
    async (what, make) => {
      const company = await rig.open(EVERYTHING);
      await company.make(make, { name: `whose-${what.slice(2)}` });
      await company.pass(3 * DAY);
      expect(rig.written()).toEqual([]);
      expect(rig.told()).toEqual(["fallback: 1 resource breaking the tag rules"]);
    },
  );
});

test("a bucket that takes only the older call, which replaces all tags, keeps those it has", async () => {
  const company = await rig.open(EVERYTHING);
  rig.gate.fault({ action: "s3:TagResource", answer: "denied" });
  const tags = { purpose: "images", owner: "ines" };
  const facts = byRole("vision-researcher");
  const made = await company.make(makeBucket, { name: "older", tags, facts });
  await company.pass(2 * HOUR);
  expect(rig.written()).toEqual(["s3:TagResource", "s3:PutBucketTagging"]);
  const [look] = await company.ports.inventory.look([await known(company, made)]);
  expect(look).toEqual({ tags: { ...tags, "ml-team": "vision" } });
});

async function known(company: Awaited<ReturnType<typeof rig.open>>, { arn }: Made) {
  const record = await company.record(arn);
  if (record === undefined) throw new Error(`the ledger does not hold ${arn}`);
  return record;
}
