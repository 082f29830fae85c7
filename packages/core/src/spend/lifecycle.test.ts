import { describe, expect, test } from "vitest";
import { makeCall, makeEvent } from "../catalog/testing/make-event.ts";
import { runningServices } from "./events/all.ts";
import { runningEvents } from "./lifecycle.ts";

const EC2 = "arn:aws:ec2:eu-central-1:444455556666";
const SAGEMAKER = "arn:aws:sagemaker:eu-central-1:444455556666";
const RDS = "arn:aws:rds:eu-central-1:444455556666";
const NOON = Date.UTC(2026, 8, 1, 12);

/** What a call did, as `effect arn`, with what it changed. */
function told(...call: Parameters<typeof makeCall>): unknown[] {
  return runningEvents(makeCall(...call)).map(({ effect, arn, attributes }) =>
    Object.keys(attributes).length === 0 ? `${effect} ${arn}` : [`${effect} ${arn}`, attributes],
  );
}

function instances(...ids: string[]) {
  return { instancesSet: { items: ids.map((instanceId) => ({ instanceId })) } };
}

describe("EC2", () => {
  test.each([
    ["StopInstances", "stops"],
    ["StartInstances", "starts"],
    ["TerminateInstances", "ends"],
  ])("%s %s all instances that the answer lists", (event, effect) => {
    const answer = { instancesSet: { items: [{ instanceId: "i-2", currentState: { name: "pending" } }] } };
    expect(told("ec2", event, instances("i-1", "i-2"), answer)).toEqual([`${effect} ${EC2}:instance/i-2`]);
    expect(told("ec2", event, instances("i-1", "i-2"))).toHaveLength(2);
  });

  test("changes the type of an instance, in the words of new and old tools", () => {
    const changed = [[`changes ${EC2}:instance/i-1`, { instanceType: "m5.xlarge" }]];
    const call = (request: unknown) => told("ec2", "ModifyInstanceAttribute", request, { _return: true });
    expect(call({ instanceId: "i-1", instanceType: { value: "m5.xlarge" } })).toEqual(changed);
    expect(call({ instanceId: "i-1", instanceType: "m5.xlarge" })).toEqual(changed);
    expect(call({ instanceId: "i-1", attribute: "instanceType", value: "m5.xlarge" })).toEqual(changed);
    expect(call({ instanceId: "i-1", attribute: "userData", value: "m5.xlarge" })).toEqual([]);
    expect(call({ instanceId: "i-1", groupSet: { items: [] } })).toEqual([]);
  });

  test("changes volumes and ends them, also in records that were XML", () => {
    const modified = {
      ModifyVolumeResponse: {
        volumeModification: { volumeId: "vol-1", targetSize: 200, targetVolumeType: "gp3", targetIops: 4000 },
      },
    };
    const request = { ModifyVolumeRequest: { VolumeId: "vol-1", Size: 200 } };
    expect(told("ec2", "ModifyVolume", request, modified)).toEqual([
      [`changes ${EC2}:volume/vol-1`, { volumeType: "gp3", sizeGiB: "200", iops: "4000" }],
    ]);
    expect(told("ec2", "ModifyVolume", request)).toEqual([
      [`changes ${EC2}:volume/vol-1`, { sizeGiB: "200" }],
    ]);
    expect(told("ec2", "DeleteVolume", { volumeId: "vol-1" })).toEqual([`ends ${EC2}:volume/vol-1`]);
  });

  test("ends NAT gateways", () => {
    const wrapped = { DeleteNatGatewayRequest: { NatGatewayId: "nat-1", tag: 1 } };
    expect(told("ec2", "DeleteNatGateway", wrapped)).toEqual([`ends ${EC2}:natgateway/nat-1`]);
    expect(told("ec2", "DeleteNatGateway", { natGatewayId: "nat-1" })).toEqual([
      `ends ${EC2}:natgateway/nat-1`,
    ]);
  });
});

describe("SageMaker", () => {
  test("names resources by ARNs in lower case", () => {
    const notebook = { notebookInstanceName: "Research-1" };
    expect(told("sagemaker", "StopNotebookInstance", notebook)).toEqual([
      `stops ${SAGEMAKER}:notebook-instance/research-1`,
    ]);
    expect(runningEvents(makeCall("sagemaker", "StartNotebookInstance", notebook))).toMatchObject([
      { id: "Research-1", effect: "starts" },
    ]);
    expect(told("sagemaker", "DeleteEndpoint", { endpointName: "Ranking" })).toEqual([
      `ends ${SAGEMAKER}:endpoint/ranking`,
    ]);
    expect(told("sagemaker", "StopTrainingJob", { trainingJobName: "OCR-7" })).toEqual([
      `ends ${SAGEMAKER}:training-job/ocr-7`,
    ]);
  });

  test("changes notebooks that are stopped", () => {
    const request = { notebookInstanceName: "research", instanceType: "ml.m5.large", volumeSizeInGB: 20 };
    expect(told("sagemaker", "UpdateNotebookInstance", request, {})).toEqual([
      [
        `changes ${SAGEMAKER}:notebook-instance/research`,
        { instanceType: "ml.m5.large", volumeSizeGiB: "20" },
      ],
    ]);
    expect(
      told("sagemaker", "UpdateNotebookInstance", {
        notebookInstanceName: "research",
        rootAccess: "Enabled",
      }),
    ).toEqual([]);
  });

  test("loses count of the instances of an endpoint that is scaled", () => {
    const answer = { endpointArn: `${SAGEMAKER}:endpoint/ranking` };
    expect(
      told("sagemaker", "UpdateEndpointWeightsAndCapacities", { endpointName: "ranking" }, answer),
    ).toEqual([[`changes ${SAGEMAKER}:endpoint/ranking`, { instanceCount: null }]]);
  });
});

describe("EKS", () => {
  const arn = "arn:aws:eks:eu-central-1:444455556666:cluster/ml";

  test("ends clusters and changes what decides their price", () => {
    expect(told("eks", "DeleteCluster", { name: "ml" }, { cluster: { arn } })).toEqual([`ends ${arn}`]);
    expect(told("eks", "UpdateClusterVersion", { name: "ml", version: "1.35" })).toEqual([
      [`changes ${arn}`, { version: "1.35" }],
    ]);
    const support = { name: "ml", upgradePolicy: { supportType: "STANDARD" } };
    expect(told("eks", "UpdateClusterConfig", support)).toEqual([
      [`changes ${arn}`, { support: "STANDARD" }],
    ]);
    expect(told("eks", "UpdateClusterConfig", { name: "ml", logging: {} })).toEqual([]);
  });
});

describe("RDS", () => {
  const stopped = { dBInstanceIdentifier: "orders", dBInstanceArn: `${RDS}:db:orders` };

  test("stops databases for seven days", () => {
    const [event] = runningEvents(
      makeCall("rds", "StopDBInstance", { dBInstanceIdentifier: "orders" }, stopped),
    );
    expect(event).toEqual({
      arn: `${RDS}:db:orders`,
      id: "orders",
      type: "rds:db",
      effect: "stops",
      at: NOON,
      attributes: {},
      resumes: NOON + 7 * 86_400_000,
    });
  });

  test("starts and ends them", () => {
    expect(told("rds", "StartDBInstance", { dBInstanceIdentifier: "orders" })).toEqual([
      `starts ${RDS}:db:orders`,
    ]);
    expect(told("rds", "DeleteDBInstance", {}, stopped)).toEqual([`ends ${RDS}:db:orders`]);
    expect(told("rds", "StopDBCluster", { dBClusterIdentifier: "orders" })).toEqual([
      `stops ${RDS}:cluster:orders`,
    ]);
  });

  test("changes them at once where the call says so, else at a time that nobody knows", () => {
    const request = { dBInstanceIdentifier: "orders", dBInstanceClass: "db.m6g.large", multiAZ: true };
    const call = (applyImmediately: boolean) =>
      told("rds", "ModifyDBInstance", { ...request, applyImmediately }, stopped);
    expect(call(true)).toEqual([
      [`changes ${RDS}:db:orders`, { instanceClass: "db.m6g.large", multiAZ: "true" }],
    ]);
    expect(call(false)).toEqual([[`changes ${RDS}:db:orders`, { instanceClass: null, multiAZ: null }]]);
  });
});

test("a call that failed, or names nothing, changed nothing", () => {
  const failed = makeEvent({
    eventName: "TerminateInstances",
    requestParameters: instances("i-1"),
    errorCode: "Client.UnauthorizedOperation",
  });
  expect(runningEvents(failed)).toEqual([]);
  expect(told("ec2", "StopInstances", null)).toEqual([]);
  expect(told("sagemaker", "DeleteEndpoint", {})).toEqual([]);
  expect(told("ec2", "RebootInstances", instances("i-1"))).toEqual([]);
  expect(told("states", "StopExecution", {})).toEqual([]);
});

describe("the calls that are followed", () => {
  const rows = runningServices.flatMap(({ source, rows }) => rows.map((row) => ({ source, row })));

  test("are named once each, by services as CloudTrail names them", () => {
    const names = rows.map(({ source, row }) => `${source} ${row.event}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { source } of runningServices) expect(source).toMatch(/^[a-z0-9-]+\.amazonaws\.com$/);
  });

  test.each(rows.map(({ source, row }) => [`${source} ${row.event}`, row] as const))(
    "%s can name what it is about, and changes only where it says what",
    (_, row) => {
      expect(row.type).toMatch(/^[a-z0-9-]+:[a-z0-9-]+$/);
      expect(row.arn !== undefined || row.template !== undefined).toBe(true);
      const changes = row.attributes !== undefined || row.loses !== undefined;
      expect(changes).toBe(row.effect === "changes");
    },
  );
});
