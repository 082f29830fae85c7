import { describe, expect, test } from "vitest";
import { controllerOf } from "./controllers.ts";

const GROUP = { "aws:autoscaling:groupName": "web" };
const STACK = { "aws:cloudformation:stack-name": "shop" };
const person = { type: "AssumedRole", display: "mira", roleName: "researcher" };

describe("controllers by tags", () => {
  test.each([
    ["ec2:instance", GROUP, { controller: "auto-scaling", name: "web", by: "aws" }],
    [
      "ec2:instance",
      { ...GROUP, "eks:nodegroup-name": "gpu" },
      { controller: "eks", name: "gpu", by: "tag" },
    ],
    ["ec2:instance", { ...STACK, ...GROUP }, { controller: "auto-scaling", name: "web" }],
    ["ec2:instance", { "karpenter.sh/nodepool": "p5" }, { controller: "karpenter", name: "p5" }],
    ["ec2:instance", { "kubernetes.io/cluster/ml": "owned" }, { controller: "kubernetes", name: "ml" }],
    ["ec2:instance", { "aws:ec2:fleet-id": "fleet-1" }, { controller: "ec2-fleet", name: "fleet-1" }],
    ["ec2:volume", { "ebs.csi.aws.com/cluster": "true" }, { controller: "kubernetes", name: null }],
    ["ecs:task", { "aws:ecs:serviceName": "rank" }, { controller: "ecs", name: "rank", by: "aws" }],
    ["autoscaling:autoScalingGroup", { "eks:cluster-name": "ml" }, { controller: "eks", name: "ml" }],
    ["sagemaker:endpoint", { "sagemaker:project-name": "p" }, { controller: "sagemaker-project" }],
    ["sqs:queue", STACK, { controller: "cloudformation", name: "shop", by: "aws" }],
    [
      "s3:bucket",
      { "aws:servicecatalog:provisionedProductArn": "arn:p", ...STACK },
      { controller: "service-catalog", name: "arn:p" },
    ],
    ["ec2:instance", { AmazonECSManaged: "" }, { controller: "ecs", name: null }],
  ])("%s with %o", (type, tags, expected) => {
    expect(controllerOf(type, tags)).toMatchObject(expected);
  });

  test.each([
    [{ terraform: "true" }, "terraform"],
    [{ Terraform: "modules/web" }, "terraform"],
    [{ ManagedBy: "Terraform" }, "terraform"],
    [{ "managed-by": "opentofu" }, "terraform"],
    [{ Provisioner: "pulumi" }, "pulumi"],
    [{ managed_by: "Terraform Cloud" }, "terraform"],
    [{ "managed-by": "CDK" }, "cloudformation"],
  ])("%o, which people write, is inferred", (tags, controller) => {
    expect(controllerOf("s3:bucket", tags)).toEqual({
      controller,
      name: null,
      by: "tag",
      evidence: "inferred",
    });
  });

  test.each([
    ["ec2:instance", {}],
    ["ec2:instance", { "ml-team": "vision", Name: "terraform" }],
    ["ec2:instance", { terraform: "false" }],
    ["ec2:instance", { ManagedBy: "mira" }],
    ["ec2:subnet", { "kubernetes.io/cluster/ml": "shared" }],
    ["ec2:subnet", { "kubernetes.io/cluster/": "owned" }],
    ["s3:bucket", GROUP],
  ])("%s with %o has none", (type, tags) => expect(controllerOf(type, tags)).toBeNull());
});

describe("controllers by who created the resource", () => {
  test.each([
    [{ ...person, service: "cloudformation.amazonaws.com" }, "cloudformation", "seen"],
    [{ type: "AWSService", display: "autoscaling.amazonaws.com", roleName: null }, "auto-scaling", "seen"],
    [{ ...person, roleName: "KarpenterController-ml" }, "karpenter", "inferred"],
  ])("%o", (actor, controller, evidence) => {
    expect(controllerOf("ec2:instance", {}, actor)).toEqual({
      controller,
      name: null,
      by: "actor",
      evidence,
    });
  });

  test("are none where a person did", () => expect(controllerOf("ec2:instance", {}, person)).toBeNull());

  test("count less than tags, which name them", () => {
    const actor = { ...person, service: "ec2fleet.amazonaws.com" };
    expect(controllerOf("ec2:instance", GROUP, actor)).toMatchObject({ controller: "auto-scaling" });
  });
});
