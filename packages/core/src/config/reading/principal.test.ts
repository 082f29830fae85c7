import { describe, expect, test } from "vitest";
import { principalMatcher } from "./principal.ts";

describe("a principal", () => {
  test.each([
    ["arn:aws:iam::111122223333:role/fraud-ml", "arn:aws:iam::111122223333:role/fraud-ml"],
    [
      "arn:aws:iam::111122223333:role/fraud-ml",
      "arn:aws:sts::111122223333:assumed-role/fraud-ml/ann@example.com",
    ],
    ["arn:aws:iam::*:role/fraud-*", "arn:aws:sts::111122223333:assumed-role/fraud-ml/i-0abc1234"],
    ["arn:aws:iam::*:role/fraud-*", "arn:aws:iam::111122223333:role/fraud-ml"],
    ["arn:aws:iam::*:role/ml/fraud-ml", "arn:aws:iam::111122223333:role/ml/fraud-ml"],
    ["arn:aws:iam::*:role/ml/fraud-ml", "arn:aws:sts::111122223333:assumed-role/fraud-ml/ann"],
    [
      "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Fraud_*",
      "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Fraud_0123456789abcdef/ann",
    ],
    ["arn:aws-us-gov:iam::*:role/fraud-ml", "arn:aws-us-gov:sts::111122223333:assumed-role/fraud-ml/ann"],
    ["arn:*:iam::*:role/fraud-ml", "arn:aws-cn:sts::111122223333:assumed-role/fraud-ml/ann"],
    ["arn:aws:sts::*:assumed-role/fraud-ml/ann", "arn:aws:sts::111122223333:assumed-role/fraud-ml/ann"],
    ["arn:aws:iam::*:user/ann", "arn:aws:iam::111122223333:user/ann"],
    ["arn:aws:iam::*:user/research/*", "arn:aws:iam::111122223333:user/research/ann"],
    ["arn:aws:iam::*:role/ml/*", "arn:aws:iam::111122223333:role/ml/fraud-ml"],
    ["*", "arn:aws:iam::111122223333:user/ann"],
  ])("%s means %s", (pattern, principal) => {
    expect(principalMatcher(pattern)(principal)).toBe(true);
  });

  test.each([
    ["arn:aws:iam::111122223333:role/fraud-ml", "arn:aws:sts::444455556666:assumed-role/fraud-ml/ann"],
    ["arn:aws:iam::*:role/fraud", "arn:aws:sts::111122223333:assumed-role/fraud-ml/ann"],
    ["arn:aws:iam::*:role/ann", "arn:aws:sts::111122223333:assumed-role/fraud-ml/ann"],
    ["arn:aws:iam::*:role/fraud-ml", "arn:aws:iam::111122223333:role/ml/fraud-ml"],
    ["arn:aws:iam::*:role/ml/fraud-ml", "arn:aws:iam::111122223333:role/fraud-ml"],
    ["arn:aws:iam::*:role/fraud-ml", "arn:aws-us-gov:sts::111122223333:assumed-role/fraud-ml/ann"],
    ["arn:aws:iam::*:role/ml/*", "arn:aws:sts::111122223333:assumed-role/search-ml/ann"],
    ["arn:aws:iam::*:user/ann", "arn:aws:iam::111122223333:user/research/ann"],
    ["arn:aws:iam::*:user/research/ann", "arn:aws:iam::111122223333:user/ann"],
    ["*", ""],
  ])("%s does not mean %j", (pattern, principal) => {
    expect(principalMatcher(pattern)(principal)).toBe(false);
  });

  test("is meant by any of a list", () => {
    const matcher = principalMatcher(["arn:aws:iam::*:user/ann", "arn:aws:iam::*:role/fraud-*"]);
    expect(matcher("arn:aws:sts::111122223333:assumed-role/fraud-ml/bob")).toBe(true);
    expect(matcher("arn:aws:iam::111122223333:user/bob")).toBe(false);
  });
});
