import { describe, expect, test } from "vitest";
import { canonicalResource, partitionOf, resourceNames, resourceType } from "./resource.ts";

const place = (resource: string, service: string, region = "eu-central-1") => ({
  resource,
  service,
  region,
  account: "111122223333",
});

test.each([
  ["eu-central-1", "aws"],
  ["us-gov-west-1", "aws-us-gov"],
  ["cn-north-1", "aws-cn"],
  ["", "aws"],
])("the partition of the region %j is %s", (region, partition) => {
  expect(partitionOf(region)).toBe(partition);
});

describe("the identity of a resource", () => {
  test.each([
    ["my-datalake", "AmazonS3", "arn:aws:s3:::my-datalake"],
    ["my-datalake", "Amazon Simple Storage Service", "arn:aws:s3:::my-datalake"],
    ["logs.example.com", "AmazonS3", "arn:aws:s3:::logs.example.com"],
    ["i-0abc1234", "AmazonEC2", "arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc1234"],
    [
      "i-0123456789abcdef0",
      "AmazonEC2",
      "arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0",
    ],
    [
      "vol-0123456789abcdef0",
      "AmazonEC2",
      "arn:aws:ec2:eu-central-1:111122223333:volume/vol-0123456789abcdef0",
    ],
    [
      "tgw-attach-0123456789abcdef0",
      "AmazonVPC",
      "arn:aws:ec2:eu-central-1:111122223333:transit-gateway-attachment/tgw-attach-0123456789abcdef0",
    ],
    [
      "snap-0123456789abcdef0",
      "AmazonS3",
      "arn:aws:ec2:eu-central-1:111122223333:snapshot/snap-0123456789abcdef0",
    ],
    ["snap-20260901", "AmazonS3", "arn:aws:s3:::snap-20260901"],
    ["h-20260901", "AmazonS3", "arn:aws:s3:::h-20260901"],
    [
      "arn:aws:eks:eu-central-1:111122223333:cluster/ml",
      "AmazonEKS",
      "arn:aws:eks:eu-central-1:111122223333:cluster/ml",
    ],
    ["my-function", "AWSLambda", "my-function"],
    ["Not A Bucket", "AmazonS3", "Not A Bucket"],
    ["", "AmazonS3", ""],
  ])("%j of %s is %j", (resource, service, identity) => {
    expect(canonicalResource(place(resource, service))).toBe(identity);
  });

  test.each([
    ["my-datalake", "AmazonS3", "us-gov-west-1", "arn:aws-us-gov:s3:::my-datalake"],
    ["my-datalake", "AmazonS3", "cn-north-1", "arn:aws-cn:s3:::my-datalake"],
    [
      "i-0abc1234",
      "AmazonEC2",
      "us-gov-east-1",
      "arn:aws-us-gov:ec2:us-gov-east-1:111122223333:instance/i-0abc1234",
    ],
    [
      "i-0abc1234",
      "AmazonEC2",
      "cn-northwest-1",
      "arn:aws-cn:ec2:cn-northwest-1:111122223333:instance/i-0abc1234",
    ],
  ])("%j of %s in %s is %j", (resource, service, region, identity) => {
    expect(canonicalResource(place(resource, service, region))).toBe(identity);
  });
});

describe("the names of a resource", () => {
  test.each([
    ["my-datalake", "AmazonS3", ["my-datalake", "arn:aws:s3:::my-datalake"]],
    ["arn:aws:s3:::my-datalake", "AmazonS3", ["arn:aws:s3:::my-datalake", "my-datalake"]],
    [
      "arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc1234",
      "AmazonEC2",
      ["arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc1234", "i-0abc1234"],
    ],
    [
      "arn:aws:dynamodb:eu-central-1:111122223333:table/features",
      "AmazonDynamoDB",
      ["arn:aws:dynamodb:eu-central-1:111122223333:table/features"],
    ],
    ["arn:aws:s3:::my-datalake/raw/a.csv", "AmazonS3", ["arn:aws:s3:::my-datalake/raw/a.csv"]],
  ])("%j of %s are %j", (resource, service, names) => {
    expect(resourceNames(place(resource, service))).toEqual(names);
  });
});

describe("the type of a resource", () => {
  test.each([
    ["arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc1234", "ec2:instance"],
    ["arn:aws-us-gov:ec2:us-gov-west-1:111122223333:volume/vol-0abc1234", "ec2:volume"],
    ["arn:aws:s3:::my-datalake", "s3:bucket"],
    ["arn:aws:s3:::my-datalake/raw/a.csv", "s3:object"],
    ["arn:aws:s3:eu-central-1:111122223333:accesspoint/ml", "s3:accesspoint"],
    ["arn:aws:sagemaker:eu-central-1:111122223333:training-job/fit-1", "sagemaker:training-job"],
    ["arn:aws:lambda:eu-central-1:111122223333:function:score", "lambda:function"],
    ["arn:aws:rds:eu-central-1:111122223333:db:features", "rds:db"],
    ["arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/score", "logs:log-group"],
    ["arn:aws:dynamodb:eu-central-1:111122223333:table/features/index/by-day", "dynamodb:table"],
    [
      "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",
      "bedrock:foundation-model",
    ],
    ["arn:aws:apigateway:eu-central-1::/restapis/a1b2c3", "apigateway:restapis"],
    ["arn:aws:sqs:eu-central-1:111122223333:events", "sqs:queue"],
    ["arn:aws:sns:eu-central-1:111122223333:alerts", "sns:topic"],
    ["arn:aws:constructor:eu-central-1:111122223333:thing", ""],
    ["arn:aws:ec2", ""],
    ["my-function", ""],
    ["", ""],
  ])("%j is %j", (arn, type) => {
    expect(resourceType(arn)).toBe(type);
  });
});
