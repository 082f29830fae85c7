import { expect, test } from "vitest";
import { ecsKinds } from "./kinds.ts";

const arnOf = (resource: string) => `arn:aws:ecs:eu-central-1:111122223333:${resource}`;

test.each([
  ["ecs:service", "service/ml/scorer", "ml"],
  ["ecs:task", "task/ml/0123456789", "ml"],
  ["ecs:task", "task/0123456789", null],
  ["ecs:cluster", "cluster/ml", ""],
])("%s %s is in the cluster %s", (type, resource, cluster) => {
  expect(ecsKinds[type]?.clusterOf(arnOf(resource))).toBe(cluster);
});
