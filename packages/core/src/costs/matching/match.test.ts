import { describe, expect, test } from "vitest";
import type { Match } from "../../config/definition/match.ts";
import type { ChargeFacts } from "../charge.ts";
import { type Leaf, NO_LEAF } from "../leaf.ts";
import { makeFacts } from "../testing/make-charge.ts";
import { compileMatch } from "./match.ts";

interface Subject {
  readonly facts?: Partial<ChargeFacts>;
  readonly leaf?: Partial<Leaf>;
  readonly tags?: Readonly<Record<string, string>>;
}

function matches(match: Match | undefined, { facts = {}, leaf = {}, tags = {} }: Subject): boolean {
  return compileMatch(match)({
    facts: makeFacts(facts),
    leaf: { ...NO_LEAF, ...leaf },
    tag: (key) => tags[key] ?? "",
  });
}

const gpuNode: Partial<ChargeFacts> = {
  account: "111122223333",
  region: "eu-central-1",
  service: "AmazonEC2",
  serviceName: "Amazon Elastic Compute Cloud",
  usageType: "EUC1-BoxUsage:p5.48xlarge",
  lineItemType: "SavingsPlanCoveredUsage",
  resource: "i-0123456789abcdef0",
  principal: "arn:aws:sts::111122223333:assumed-role/fraud-ml/ann",
};

describe("one key of a match", () => {
  test.each<[Match, boolean]>([
    [{ account: "111122223333" }, true],
    [{ account: "1111*" }, true],
    [{ account: "444455556666" }, false],
    [{ account: ["444455556666", "111122223333"] }, true],
    [{ region: "EU-central-1" }, true],
    [{ region: "us-*" }, false],
    [{ service: "ec2" }, true],
    [{ service: "Amazon Elastic Compute Cloud" }, true],
    [{ service: ["eks", "ecr"] }, false],
    [{ usageType: "*:p5.*" }, true],
    [{ usageType: "*boxusage*" }, true],
    [{ usageType: "p5" }, false],
    [{ lineItemType: "savingsplancoveredusage" }, true],
    [{ lineItemType: ["Usage", "SavingsPlan*"] }, true],
    [{ lineItemType: "Usage" }, false],
    [{ type: "ec2:instance" }, true],
    [{ type: "ec2:*" }, true],
    [{ type: "instance" }, false],
    [{ principal: "arn:aws:iam::*:role/fraud-*" }, true],
    [{ principal: "arn:aws:iam::*:role/search-*" }, false],
    [{ resource: "i-0123456789abcdef0" }, true],
    [{ resource: "i-*" }, true],
    [{ resource: "arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0" }, true],
    [{ resource: "arn:aws:ec2:*:*:instance/*" }, true],
    [{ resource: "arn:aws-cn:ec2:*:*:instance/*" }, false],
    [{ resource: "arn:aws:ec2:*:*:volume/*" }, false],
    [{ resource: "I-0123456789ABCDEF0" }, false],
  ])("%j: %s", (match, expected) => {
    expect(matches(match, { facts: gpuNode })).toBe(expected);
  });
});

describe("a resource", () => {
  const arn = "arn:aws:s3:::my-datalake";

  test.each([
    ["my-datalake", "my-datalake", true],
    ["my-datalake", arn, true],
    [arn, "my-datalake", true],
    [arn, arn, true],
    ["my-*", arn, true],
    ["arn:*:s3:::my-*", "my-datalake", true],
    ["datalake", arn, false],
    ["arn:aws-us-gov:s3:::my-datalake", "my-datalake", false],
    ["*", "", false],
  ])("is meant by %j where the bill has %j: %s", (pattern, resource, expected) => {
    expect(matches({ resource: pattern }, { facts: { service: "AmazonS3", resource } })).toBe(expected);
  });

  test.each([
    ["us-gov-west-1", "arn:aws-us-gov:s3:::my-datalake"],
    ["cn-north-1", "arn:aws-cn:s3:::my-datalake"],
  ])("in %s is meant by its ARN there, %s, and bare", (region, pattern) => {
    const facts = { service: "AmazonS3", resource: "my-datalake", region };
    expect(matches({ resource: pattern }, { facts })).toBe(true);
    expect(matches({ resource: "my-datalake" }, { facts })).toBe(true);
    expect(matches({ resource: "arn:aws:s3:::my-datalake" }, { facts })).toBe(false);
  });

  test("is a bucket of S3 by its name in bills that have no service codes", () => {
    const facts = { service: "Amazon Simple Storage Service", resource: "my-datalake" };
    expect(matches({ resource: arn, type: "s3:bucket" }, { facts })).toBe(true);
  });
});

describe("tags and dimensions of a match", () => {
  test("are compared with what they were normalised to, in either case", () => {
    const subject = { leaf: { team: "Vision", environment: "prod" }, tags: { "ml-team": "Vision" } };
    expect(matches({ team: "vision" }, subject)).toBe(true);
    expect(matches({ environment: ["dev", "PROD"] }, subject)).toBe(true);
    expect(matches({ environment: "production" }, subject)).toBe(false);
    expect(matches({ tags: { "ml-team": "vis*" } }, subject)).toBe(true);
  });

  test("that are absent match nothing, not even *", () => {
    expect(matches({ tags: { "ml-team": "*" } }, {})).toBe(false);
    expect(matches({ team: "*" }, {})).toBe(false);
    expect(matches({ experiment: ["*", "?"] }, {})).toBe(false);
  });

  test("must all hold", () => {
    const match = { tags: { a: "1", b: ["2", "3"] } };
    expect(matches(match, { tags: { a: "1", b: "3" } })).toBe(true);
    expect(matches(match, { tags: { a: "1" } })).toBe(false);
    expect(matches(match, { tags: { a: "1", b: "1" } })).toBe(false);
  });
});

describe("a match", () => {
  const all: Match = {
    account: "111122223333",
    region: "eu-*",
    service: "ec2",
    usageType: "*:p5.*",
    lineItemType: "*Usage",
    type: "ec2:instance",
    resource: "i-*",
    principal: "arn:aws:iam::*:role/fraud-*",
    tags: { "aws:eks:cluster-name": "ml" },
    team: "fraud",
    project: "*",
    workload: "training",
    environment: "dev",
    experiment: "exp-*",
  };
  const subject: Subject = {
    facts: gpuNode,
    leaf: {
      team: "fraud",
      project: "cards",
      workload: "training",
      environment: "dev",
      experiment: "exp-0001",
    },
    tags: { "aws:eks:cluster-name": "ml" },
  };

  test("holds where all its keys hold", () => {
    expect(matches(all, subject)).toBe(true);
  });

  test.each(Object.keys(all))("does not hold where %s does not", (key) => {
    const different = key === "tags" ? { tags: { "aws:eks:cluster-name": "other" } } : { [key]: "other" };
    expect(matches({ ...all, ...different }, subject)).toBe(false);
  });

  test("of facts that the bill lacks does not hold, not even for *", () => {
    for (const key of ["account", "region", "service", "usageType", "type", "resource", "principal"]) {
      expect(matches({ [key]: "*" }, {})).toBe(false);
    }
  });

  test("that a pool does not have matches no charge", () => {
    expect(matches(undefined, subject)).toBe(false);
  });
});
