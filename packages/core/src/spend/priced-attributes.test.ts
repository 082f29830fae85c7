import { describe, expect, test } from "vitest";
import { extract } from "../catalog/extract.ts";
import { makeCall } from "../catalog/testing/make-event.ts";
import { createdMoment, runningMoment } from "./from-event.ts";
import { runningEvents } from "./lifecycle.ts";
import { pricedAttributes } from "./priced-attributes.ts";

/** What an event tells about the price of each thing that it created, by type and id. */
function told(...call: Parameters<typeof makeCall>): Record<string, unknown> {
  const event = makeCall(...call);
  const extraction = extract(event);
  if (extraction.outcome !== "evaluated" || extraction.kind !== "creation")
    throw new TypeError("no creation");
  const { creations } = extraction;
  const attributes = pricedAttributes(event, creations);
  return Object.fromEntries(creations.map(({ type, id }, index) => [`${type} ${id}`, attributes[index]]));
}

describe("what an event tells about prices", () => {
  test("is told of each instance of one call, but not of what came with it", () => {
    const placement = { availabilityZone: "eu-central-1a", tenancy: "default" };
    const items = [
      {
        instanceId: "i-1",
        instanceType: "m5.large",
        placement,
        productCodes: {},
        networkInterfaceSet: { items: [{ networkInterfaceId: "eni-1" }] },
      },
      {
        instanceId: "i-2",
        instanceType: "g5.xlarge",
        placement: { tenancy: "dedicated" },
        platform: "windows",
        instanceLifecycle: "spot",
        productCodes: { items: [{ productCode: "abc", type: "marketplace" }] },
      },
    ];
    expect(told("ec2", "RunInstances", { instanceType: "m5.large" }, { instancesSet: { items } })).toEqual({
      "ec2:instance i-1": { instanceType: "m5.large", tenancy: "default" },
      "ec2:network-interface eni-1": null,
      "ec2:instance i-2": {
        instanceType: "g5.xlarge",
        tenancy: "dedicated",
        platform: "windows",
        lifecycle: "spot",
        productCode: "abc",
      },
    });
  });

  test("is told of volumes, as EC2 made them", () => {
    const answer = { volumeId: "vol-1", size: "10", volumeType: "gp2", iops: 100 };
    expect(told("ec2", "CreateVolume", { size: "10" }, answer)).toEqual({
      "ec2:volume vol-1": { volumeType: "gp2", sizeGiB: "10", iops: "100" },
    });
  });

  test("is told of NAT gateways in records that were XML", () => {
    const answer = { CreateNatGatewayResponse: { natGateway: { natGatewayId: "nat-1", state: "pending" } } };
    expect(
      told("ec2", "CreateNatGateway", { CreateNatGatewayRequest: { SubnetId: "subnet-1" } }, answer),
    ).toEqual({
      "ec2:natgateway nat-1": {},
    });
  });

  test("is told of SageMaker's jobs, notebooks and apps", () => {
    const training = {
      trainingJobName: "ocr-7",
      enableManagedSpotTraining: false,
      resourceConfig: { instanceCount: 2, instanceType: "ml.g5.xlarge", volumeSizeInGB: 100 },
      stoppingCondition: { maxRuntimeInSeconds: 3600 },
    };
    expect(told("sagemaker", "CreateTrainingJob", training)).toEqual({
      "sagemaker:training-job ocr-7": {
        instanceType: "ml.g5.xlarge",
        instanceCount: "2",
        volumeSizeGiB: "100",
        spot: "false",
        maxRuntimeSeconds: "3600",
      },
    });
    const processing = {
      processingJobName: "prepare",
      processingResources: {
        clusterConfig: { instanceCount: 1, instanceType: "ml.m5.xlarge", volumeSizeInGB: 30 },
      },
    };
    expect(told("sagemaker", "CreateProcessingJob", processing)).toEqual({
      "sagemaker:processing-job prepare": {
        instanceType: "ml.m5.xlarge",
        instanceCount: "1",
        volumeSizeGiB: "30",
      },
    });
    const transform = {
      transformJobName: "score",
      transformResources: { instanceCount: 1, instanceType: "ml.m5.xlarge" },
    };
    expect(told("sagemaker", "CreateTransformJob", transform)).toEqual({
      "sagemaker:transform-job score": { instanceType: "ml.m5.xlarge", instanceCount: "1" },
    });
    expect(
      told("sagemaker", "CreateEndpoint", { endpointName: "rank", endpointConfigName: "rank-1" }),
    ).toEqual({
      "sagemaker:endpoint rank": { endpointConfig: "rank-1" },
    });
    const app = {
      appName: "default",
      appType: "KernelGateway",
      resourceSpec: { instanceType: "ml.t3.medium" },
    };
    expect(told("sagemaker", "CreateApp", app)).toEqual({
      "sagemaker:app default": { appType: "KernelGateway", instanceType: "ml.t3.medium" },
    });
    const notebook = { notebookInstanceName: "nb", instanceType: "ml.t3.medium" };
    expect(told("sagemaker", "CreateNotebookInstance", notebook)).toEqual({
      "sagemaker:notebook-instance nb": { instanceType: "ml.t3.medium" },
    });
  });

  test("is told of clusters and databases", () => {
    const cluster = { cluster: { name: "ml", version: "1.34", upgradePolicy: { supportType: "EXTENDED" } } };
    expect(told("eks", "CreateCluster", { name: "ml" }, cluster)).toEqual({
      "eks:cluster ml": { version: "1.34", support: "EXTENDED" },
    });
    const database = {
      dBInstanceIdentifier: "orders",
      dBInstanceClass: "db.t3.micro",
      engine: "mysql",
      licenseModel: "general-public-license",
      multiAZ: false,
      storageType: "gp2",
      allocatedStorage: 10,
      storageThroughput: 0,
      dedicatedLogVolume: false,
    };
    expect(told("rds", "CreateDBInstance", {}, database)).toEqual({
      "rds:db orders": {
        instanceClass: "db.t3.micro",
        engine: "mysql",
        licenseModel: "general-public-license",
        multiAZ: "false",
        storageType: "gp2",
        sizeGiB: "10",
        throughput: "0",
        dedicatedLogVolume: "false",
      },
    });
  });

  test("is nothing where the catalog does not know where to look", () => {
    expect(told("ec2", "CreateVpc", {}, { vpc: { vpcId: "vpc-1" } })).toEqual({ "ec2:vpc vpc-1": null });
  });
});

describe("a moment", () => {
  const at = 1000;

  test("of a creation knows when a job must have ended", () => {
    const job = { maxRuntimeSeconds: "60" };
    expect(createdMoment({ at, eventId: "e" }, job)).toEqual({
      kind: "created",
      at,
      eventId: "e",
      attributes: job,
      endsBy: 61_000,
    });
    expect(createdMoment({ at, eventId: null }, {}).endsBy).toBeNull();
    expect(createdMoment({ at, eventId: null }, { maxRuntimeSeconds: "soon" }).endsBy).toBeNull();
  });

  test.each([
    ["StopDBInstance", { kind: "stopped", resumes: expect.any(Number) }],
    ["StartDBInstance", { kind: "started" }],
    ["DeleteDBInstance", { kind: "ended" }],
    ["ModifyDBInstance", { kind: "changed", attributes: { sizeGiB: "20" } }],
  ])("of %s is %o", (name, expected) => {
    const request = { dBInstanceIdentifier: "orders", allocatedStorage: 20, applyImmediately: true };
    const [event] = runningEvents(makeCall("rds", name, request));
    if (event === undefined) throw new TypeError("nothing ran");
    expect(runningMoment(event, "e")).toEqual({ at: event.at, eventId: "e", ...expected });
  });
});
