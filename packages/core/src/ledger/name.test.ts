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
