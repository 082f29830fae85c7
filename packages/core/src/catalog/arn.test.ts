import { describe, expect, test } from "vitest";
import { arnEnd, arnFacts } from "./arn.ts";

const here = "eu-central-1:111122223333";

describe("arnFacts", () => {
  test.each([
    [`arn:aws:ec2:${here}:instance/i-1`, "ec2:instance", "i-1"],
    [`arn:aws:rds:${here}:db:features`, "rds:db", "features"],
    [`arn:aws:lambda:${here}:function:train`, "lambda:function", "train"],
    [`arn:aws:logs:${here}:log-group:/aws/lambda/train:*`, "logs:log-group", "/aws/lambda/train"],
    [`arn:aws:secretsmanager:${here}:secret:prod/db-AbCdEf`, "secretsmanager:secret", "prod/db-AbCdEf"],
    [`arn:aws:ecs:${here}:task/ml/0123`, "ecs:task", "0123"],
    [`arn:aws:sns:${here}:alarms.fifo`, "sns:topic", "alarms.fifo"],
    [`arn:aws:sqs:${here}:jobs`, "sqs:queue", "jobs"],
    ["arn:aws:s3:::features", "s3:bucket", "features"],
    ["arn:aws-cn:iam::111122223333:role/ml/trainer", "iam:role", "trainer"],
    [`arn:aws:emr-serverless:${here}:/applications/00f1`, "emr-serverless:application", "00f1"],
    [
      `arn:aws:elasticloadbalancing:${here}:loadbalancer/app/web/0123`,
      "elasticloadbalancing:loadbalancer",
      "0123",
    ],
    [
      `arn:aws:elasticloadbalancing:${here}:loadbalancer/web`,
      "elasticloadbalancing:classic-loadbalancer",
      "web",
    ],
  ])("of %s are %s and %s", (arn, type, id) => {
    expect(arnFacts(arn)).toEqual({ type, id });
  });
});

test.each(["", "arn", "arn:aws", "arn:aws:s3:::"])("arnEnd finds an end in %j", (text) => {
  expect(typeof arnEnd(text)).toBe("string");
});
