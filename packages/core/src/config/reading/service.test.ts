import { describe, expect, test } from "vitest";
import { isSupport, SERVICE_ALIASES, serviceMatcher } from "./service.ts";

describe("a service", () => {
  test.each([
    ["AmazonEC2", "AmazonEC2", ""],
    ["amazonec2", "AmazonEC2", ""],
    ["Amazon Elastic Compute Cloud", "AmazonEC2", "Amazon Elastic Compute Cloud"],
    ["Amazon*", "AmazonECR", ""],
    ["ec2", "AmazonEC2", ""],
    ["EC2", "", "Amazon Elastic Compute Cloud"],
    ["eks", "AmazonEKS", ""],
    ["s3", "AmazonS3", "Amazon Simple Storage Service"],
    ["sagemaker", "AmazonSageMaker", "Amazon SageMaker AI"],
    ["bedrock", "AmazonBedrock", "Amazon Bedrock"],
    ["bedrock", "AmazonBedrockService", ""],
    ["bedrock", "8ixfh2dk0s7qlpw3e5vtg1bnm", "Claude 3.5 Sonnet (Amazon Bedrock Edition)"],
    ["Claude*", "8ixfh2dk0s7qlpw3e5vtg1bnm", "Claude 3.5 Sonnet (Amazon Bedrock Edition)"],
    ["8ixfh2dk0s7qlpw3e5vtg1bnm", "8ixfh2dk0s7qlpw3e5vtg1bnm", "Claude 3.5 Sonnet (Amazon Bedrock Edition)"],
    ["Virtual Machines", "Virtual Machines", "Virtual Machines"],
    ["*", "AmazonEC2", ""],
  ])("is meant by %j where the bill has code %j and name %j", (pattern, code, name) => {
    expect(serviceMatcher(pattern)(code, name)).toBe(true);
  });

  test.each([
    ["ec2", "AmazonECR", "Amazon EC2 Container Registry (ECR)"],
    ["eks", "AmazonEC2", "Amazon Elastic Compute Cloud"],
    ["eks", "AmazonECS", "Amazon Elastic Container Service"],
    ["s3", "AmazonS3GlacierDeepArchive", ""],
    ["bedrock", "8ixfh2dk0s7qlpw3e5vtg1bnm", "Some Appliance (BYOL)"],
    ["AmazonEC", "AmazonEC2", ""],
    ["*", "", ""],
    ["constructor", "AmazonEC2", "Amazon Elastic Compute Cloud"],
    ["__proto__", "AmazonEC2", ""],
  ])("is not meant by %j where the bill has code %j and name %j", (pattern, code, name) => {
    expect(serviceMatcher(pattern)(code, name)).toBe(false);
  });

  test("is meant by any of a list", () => {
    const matcher = serviceMatcher(["eks", "AmazonECR"]);
    expect(["AmazonEKS", "AmazonECR", "AmazonEC2"].map((code) => matcher(code, ""))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("is covered by one alias at most, so that pools by alias do not overlap", () => {
    const literal = Object.entries(SERVICE_ALIASES).flatMap(([alias, patterns]) =>
      patterns.filter((pattern) => !pattern.includes("*")).map((pattern) => ({ alias, pattern })),
    );
    for (const { alias, pattern } of literal) {
      const covering = Object.keys(SERVICE_ALIASES).filter((each) => serviceMatcher(each)(pattern, pattern));
      expect(covering).toEqual([alias]);
    }
  });
});

describe("support", () => {
  test.each([
    ["AWSSupportBusiness", ""],
    ["AWSSupportEnterprise", "AWS Support (Enterprise)"],
    ["AWSDeveloperSupport", ""],
    ["OCBPremiumSupport", ""],
    ["", "AWS Support [Business]"],
  ])("is what bills call %j, %j", (code, name) => {
    expect(isSupport(code, name)).toBe(true);
  });

  test.each([
    ["AmazonEC2", "Amazon Elastic Compute Cloud"],
    ["supportive-saas", "Support desk by a third party"],
    ["", ""],
  ])("is not what bills call %j, %j", (code, name) => {
    expect(isSupport(code, name)).toBe(false);
  });
});
