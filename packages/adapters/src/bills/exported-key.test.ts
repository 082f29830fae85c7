import { expect, test } from "vitest";
import { exportedKey } from "./exported-key.ts";

test.each([
  ["ml-team", "user_ml_team"],
  ["ml.team", "user_ml_team"],
  ["CostCenter", "user_cost_center"],
  ["Example Column Name", "user_example_column_name"],
  ["cost--center", "user_cost_center"],
  ["trailing_", "user_trailing"],
  ["aws:eks:cluster-name", "aws_eks_cluster_name"],
  ["user:ml-team", "user_ml_team"],
])("%s is spelt %s in a map with letters and digits alone", (key, spelt) => {
  expect(exportedKey(key)).toBe(spelt);
});
