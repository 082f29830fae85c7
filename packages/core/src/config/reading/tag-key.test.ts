import { expect, test } from "vitest";
import { comparableTagKey } from "./tag-key.ts";

test.each([
  ["ml-team", "ml_team"],
  ["user:ml-team", "ml_team"],
  ["user_ml_team", "ml_team"],
  ["ml.team", "ml_team"],
  ["aws:eks:cluster-name", "aws_eks_cluster_name"],
  ["Cost Center", "Cost_Center"],
  ["user:Cost Center", "Cost_Center"],
  ["équipe", "équipe"],
  ["superuser:team", "superuser_team"],
  ["User:team", "User_team"],
  ["ML-Team", "ML_Team"],
])("the tag key %j compares as %j", (key, comparable) => {
  expect(comparableTagKey(key)).toBe(comparable);
});
