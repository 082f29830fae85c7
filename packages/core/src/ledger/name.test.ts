import { expect, test } from "vitest";
import { resourceName } from "./name.ts";

const TASK = { arn: null, account: "111122223333", region: "eu-central-1", type: "ecs:task", id: "a/b" };

test("names a resource by its ARN", () => {
  expect(resourceName({ ...TASK, arn: "arn:aws:s3:::models" })).toBe("arn:aws:s3:::models");
});

test("names a resource without an ARN by where it is and what it is", () => {
  expect(resourceName(TASK)).toBe("111122223333/eu-central-1/ecs:task/a/b");
});

test("tells resources apart of which little is known", () => {
  const names = [
    { ...TASK, account: null },
    { ...TASK, region: null },
    { ...TASK, account: null, region: "111122223333" },
  ].map(resourceName);
  expect(new Set(names).size).toBe(3);
});

const ROLE = "arn:aws:iam::111122223333:role/trainer";
const SECRET = { ...TASK, type: "secretsmanager:secret" };
const SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret";
const UNIT = { ...TASK, type: "organizations:ou", id: "ou-a1b2-c3" };

test.each([
  ["a role with a path as one without", "arn:aws:iam::111122223333:role/service-role/ml/trainer", ROLE],
  ["a role by its ARN", ROLE, ROLE],
  [
    "what holds slashes in its own name by its ARN",
    "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/E",
    "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/E",
  ],
  [
    "a secret without the letters that AWS adds",
    `${SECRET_ARN}:db/main-AbC123`,
    resourceName({ ...SECRET, id: "db/main" }),
  ],
  ["a secret by a part of its ARN", `${SECRET_ARN}:db/main`, resourceName({ ...SECRET, id: "db/main" })],
  ["a unit by its id", "arn:aws:organizations::111122223333:ou/o-1/ou-a1b2-c3", resourceName(UNIT)],
  ["what is no ARN as it is", "arn:", "arn:"],
])("knows %s", (_, arn, name) => {
  expect(resourceName({ ...TASK, arn })).toBe(name);
});

test("knows a secret by its name, though that ends in six letters", () => {
  expect(resourceName({ ...SECRET, arn: `${SECRET_ARN}:db-passwd-AbC123` })).toBe(
    resourceName({ ...SECRET, id: "db-passwd" }),
  );
});
