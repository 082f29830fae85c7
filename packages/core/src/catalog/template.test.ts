import { describe, expect, test } from "vitest";
import { arnBuilder } from "./template.ts";
import { makeEvent } from "./testing/make-event.ts";

const VPC = "arn:{partition}:ec2:{region}:{account}:{type}/{id}";

describe("arnBuilder", () => {
  test.each([
    ["eu-central-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["us-iso-east-1", "aws-iso"],
    ["us-isob-east-1", "aws-iso-b"],
    ["eusc-de-east-1", "aws-eusc"],
  ])("knows the partition of %s", (awsRegion, partition) => {
    const event = makeEvent({ awsRegion });
    expect(arnBuilder(VPC)(event, "ec2:vpc", "vpc-1")).toBe(
      `arn:${partition}:ec2:${awsRegion}:444455556666:vpc/vpc-1`,
    );
  });

  test("builds nothing where the event lacks a part", () => {
    const event = makeEvent({ awsRegion: undefined });
    expect(arnBuilder(VPC)(event, "ec2:vpc", "vpc-1")).toBeNull();
    expect(arnBuilder("arn:{partition}:s3:::{id}")(event, "s3:bucket", "features")).toBe(
      "arn:aws:s3:::features",
    );
  });

  test("drops the slash that an id begins with where the ARN has one", () => {
    const build = arnBuilder("arn:{partition}:ssm:{region}:{account}:parameter/{id:bare}");
    const arn = "arn:aws:ssm:eu-central-1:444455556666:parameter/ml/lr";
    expect(build(makeEvent(), "ssm:parameter", "/ml/lr")).toBe(arn);
    expect(build(makeEvent(), "ssm:parameter", "ml/lr")).toBe(arn);
  });

  test("refuses a place that no event has", () => {
    expect(() => arnBuilder("arn:{partition}:{planet}")).toThrow("{planet}");
  });
});
