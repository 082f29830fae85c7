import { describe, expect, test } from "vitest";
import { billOf } from "./bill.ts";
import type { Attributes } from "./price.ts";

const SEPTEMBER = Date.UTC(2026, 8, 1);

function bill(type: string, attributes: Attributes, at = SEPTEMBER) {
  return billOf({ type, attributes, at, region: "us-east-1" });
}

/** `item name × quantity`, with a mark where it is charged also while stopped. */
function parts(type: string, attributes: Attributes, at?: number): string[] {
  const found = bill(type, attributes, at);
  if ("unknown" in found) return [`unknown: ${found.unknown}`];
  return found.components.map(
    ({ item, name, quantity, onlyRunning }) => `${item} ${name} × ${quantity}${onlyRunning ? "" : " always"}`,
  );
}

const LINUX = { instanceType: "m5.large", tenancy: "default" };

describe("an EC2 instance", () => {
  test("is charged while it runs, as Linux where the log names no platform", () => {
    expect(parts("ec2:instance", LINUX)).toEqual(["ec2-linux m5.large × 1"]);
    expect(bill("ec2:instance", LINUX)).toMatchObject({ assuming: ["Linux without a licence"] });
  });

  test("takes nothing for granted where EC2 was asked", () => {
    const asked = bill("ec2:instance", { ...LINUX, platformDetails: "Linux/UNIX" });
    expect(asked).toMatchObject({ assuming: [] });
  });

  test("is charged as Windows", () => {
    expect(parts("ec2:instance", { ...LINUX, platform: "windows" })).toEqual(["ec2-windows m5.large × 1"]);
  });

  test.each<[string, Attributes]>([
    ["a spot instance", { ...LINUX, lifecycle: "spot" }],
    ["a capacity block", { ...LINUX, lifecycle: "capacity-block" }],
    ["dedicated", { ...LINUX, tenancy: "dedicated" }],
    ["on a host", { ...LINUX, tenancy: "host" }],
    ["software from the Marketplace", { ...LINUX, productCode: "abc" }],
    ["Red Hat", { ...LINUX, platformDetails: "Red Hat Enterprise Linux" }],
    ["another platform", { ...LINUX, platform: "plan9" }],
    ["no type", { tenancy: "default" }],
    ["a type that the log does not tell", { ...LINUX, instanceType: null }],
  ])("is not priced: %s", (_, attributes) => {
    expect(parts("ec2:instance", attributes)).toEqual([expect.stringMatching(/^unknown: ./)]);
  });
});

describe("an EBS volume", () => {
  test.each<[Attributes, string[]]>([
    [{ volumeType: "gp2", sizeGiB: "10", iops: "100" }, ["ebs-storage gp2 × 10 always"]],
    [{ volumeType: "st1", sizeGiB: "500" }, ["ebs-storage st1 × 500 always"]],
    [{ volumeType: "gp3", sizeGiB: "100" }, ["ebs-storage gp3 × 100 always"]],
    [
      { volumeType: "gp3", sizeGiB: "100", iops: "3000", throughput: "125" },
      ["ebs-storage gp3 × 100 always"],
    ],
    [
      { volumeType: "gp3", sizeGiB: "2000", iops: "10000", throughput: "500" },
      ["ebs-storage gp3 × 2000 always", "ebs-iops gp3 × 7000 always", "ebs-throughput gp3 × 375 always"],
    ],
    [
      { volumeType: "io1", sizeGiB: "100", iops: "5000" },
      ["ebs-storage io1 × 100 always", "ebs-iops io1 × 5000 always"],
    ],
    [
      { volumeType: "io2", sizeGiB: "100", iops: "32000" },
      ["ebs-storage io2 × 100 always", "ebs-iops io2 × 32000 always"],
    ],
    [
      { volumeType: "io2", sizeGiB: "100", iops: "100000" },
      [
        "ebs-storage io2 × 100 always",
        "ebs-iops io2 × 32000 always",
        "ebs-iops io2.tier2 × 32000 always",
        "ebs-iops io2.tier3 × 36000 always",
      ],
    ],
  ])("%o is charged by size and what it may do", (attributes, expected) => {
    expect(parts("ec2:volume", attributes)).toEqual(expected);
  });

  test.each<Attributes>([
    { volumeType: "standard", sizeGiB: "10" },
    { volumeType: "io2", sizeGiB: "10" },
    { volumeType: "gp3" },
    { sizeGiB: "10" },
    { volumeType: "gp3", sizeGiB: "many" },
    { volumeType: "gp3", sizeGiB: "10", outpost: "arn:aws:outposts:…" },
  ])("%o is not priced", (attributes) => {
    expect(parts("ec2:volume", attributes)).toEqual([expect.stringMatching(/^unknown: ./)]);
  });
});

describe("a NAT gateway", () => {
  test("is charged by the hour, unless it is in zones that nobody tells", () => {
    expect(parts("ec2:natgateway", {})).toEqual(["nat-gateway zonal × 1 always"]);
    expect(parts("ec2:natgateway", { availabilityMode: "regional" })).toEqual([
      expect.stringMatching(/^unknown/),
    ]);
  });
});

describe("SageMaker", () => {
  test("charges notebooks while they run and their storage always, 5 GB where nobody says", () => {
    expect(parts("sagemaker:notebook-instance", { instanceType: "ml.t3.medium" })).toEqual([
      "sagemaker-instance Notebook ml.t3.medium × 1",
      "sagemaker-storage Notebook × 5 always",
    ]);
  });

  test("charges jobs for each instance and its storage", () => {
    const job = { instanceType: "ml.m5.xlarge", instanceCount: "4", volumeSizeGiB: "50" };
    expect(parts("sagemaker:training-job", job)).toEqual([
      "sagemaker-instance Training ml.m5.xlarge × 4",
      "sagemaker-storage Training × 200",
    ]);
    expect(parts("sagemaker:processing-job", job)).toEqual([
      "sagemaker-instance Processing ml.m5.xlarge × 4",
      "sagemaker-storage Processing × 200",
    ]);
    expect(parts("sagemaker:transform-job", job)).toEqual([
      "sagemaker-instance BatchTransform ml.m5.xlarge × 4",
    ]);
  });

  test("charges an endpoint for what its configuration says, where somebody read it", () => {
    const endpoint = { endpointConfig: "ranking", instanceType: "ml.g5.xlarge", instanceCount: "2" };
    expect(parts("sagemaker:endpoint", endpoint)).toEqual(["sagemaker-instance Hosting ml.g5.xlarge × 2"]);
  });

  test("charges no storage for jobs on instances with disks", () => {
    const job = { instanceType: "ml.p5.48xlarge", instanceCount: "2", volumeSizeGiB: "500", spot: "false" };
    expect(parts("sagemaker:training-job", job)).toEqual(["sagemaker-instance Training ml.p5.48xlarge × 2"]);
  });

  test.each<[string, Attributes]>([
    ["training-job", { instanceType: "ml.g5.xlarge", instanceCount: "1", spot: "true" }],
    ["training-job", { instanceType: "ml.p5.48xlarge", instanceCount: "1", trainingPlan: "arn:…" }],
    ["training-job", { instanceType: "ml.p5.48xlarge", instanceCount: "1", reserved: "true" }],
    ["training-job", { instanceGroup: "workers", volumeSizeGiB: "50" }],
    ["training-job", { instanceType: "ml.new9.large", instanceCount: "1", volumeSizeGiB: "50" }],
    ["training-job", { instanceType: "ml.m5.large", instanceCount: "1" }],
    ["transform-job", { instanceType: "ml.m5.large" }],
    ["notebook-instance", { volumeSizeGiB: "5" }],
    ["notebook-instance", { instanceType: "ml.t3.medium", accelerator: "ml.eia2.medium" }],
    ["endpoint", { endpointConfig: "ranking" }],
    ["app", { appType: "JupyterLab", instanceType: "ml.t3.medium" }],
    ["app", { appType: "KernelGateway" }],
  ])("does not price a %s of %o", (type, attributes) => {
    expect(parts(`sagemaker:${type}`, attributes)).toEqual([expect.stringMatching(/^unknown: ./)]);
  });
});

describe("an EKS cluster", () => {
  const old = { version: "1.31" };

  test("costs more once standard support of its version has ended", () => {
    const end = Date.UTC(2025, 10, 26);
    expect(parts("eks:cluster", old, end - 1)).toEqual(["eks-cluster standard × 1 always"]);
    expect(bill("eks:cluster", old, end - 1)).toMatchObject({ until: end });
    expect(parts("eks:cluster", old, end)).toEqual([
      "eks-cluster standard × 1 always",
      "eks-extended-support standard × 1 always",
    ]);
  });

  test("costs the same for ever where it is upgraded by itself", () => {
    const upgraded = bill("eks:cluster", { ...old, support: "STANDARD" });
    expect(upgraded).toEqual({ components: [expect.objectContaining({ item: "eks-cluster" })] });
  });

  test.each<Attributes>([{}, { version: "1.99" }, { ...old, controlPlaneTier: "tier-xl" }])(
    "%o is not priced",
    (attributes) => {
      expect(parts("eks:cluster", attributes)).toEqual([expect.stringMatching(/^unknown: ./)]);
    },
  );

  test("has node groups that are not counted besides their instances", () => {
    expect(parts("eks:nodegroup", {})).toEqual(["unknown: its instances are priced one by one"]);
  });
});

describe("a database", () => {
  const postgres = {
    engine: "postgres",
    instanceClass: "db.t3.micro",
    multiAZ: "false",
    storageType: "gp2",
    sizeGiB: "20",
    throughput: "0",
  };

  test("is charged while it runs, and its storage always", () => {
    expect(parts("rds:db", postgres)).toEqual([
      "rds-instance PostgreSQL Single-AZ db.t3.micro × 1",
      "rds-storage PostgreSQL Single-AZ gp2 × 20 always",
    ]);
    expect(parts("rds:db", { ...postgres, engine: "mysql", multiAZ: "true" })[0]).toBe(
      "rds-instance MySQL Multi-AZ db.t3.micro × 1",
    );
  });

  test("may do what its gp3 storage includes, which is more from 400 GiB on", () => {
    const gp3 = { ...postgres, storageType: "gp3", iops: "12000", throughput: "500" };
    expect(parts("rds:db", { ...gp3, sizeGiB: "400" })[1]).toBe(
      "rds-storage PostgreSQL Single-AZ gp3 × 400 always",
    );
    expect(parts("rds:db", { ...gp3, sizeGiB: "399" })).toEqual([
      expect.stringMatching(/^unknown: more IOPS/),
    ]);
  });

  test.each<Attributes>([
    { ...postgres, engine: "aurora-postgresql" },
    { ...postgres, engine: "sqlserver-se" },
    { ...postgres, storageType: "io1" },
    { ...postgres, storageType: "standard" },
    { ...postgres, cluster: "orders" },
    { ...postgres, dedicatedLogVolume: "true" },
    { ...postgres, sizeGiB: null },
    { engine: "postgres" },
  ])("%o is not priced", (attributes) => {
    expect(parts("rds:db", attributes)).toEqual([expect.stringMatching(/^unknown: ./)]);
  });
});

test("what nobody has a rule for is not priced, rather than free", () => {
  expect(bill("ec2:vpc", {})).toEqual({ unknown: "what resources of type ec2:vpc cost is not known" });
});
