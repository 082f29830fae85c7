import { expect, test } from "vitest";
import { formatAmount } from "../../../costs/money.ts";
import { leafOf } from "../testing/make-report.ts";
import { labelText } from "./label.ts";
import { directSegments } from "./segments.ts";

function shown(leaves: Parameters<typeof directSegments>[0], most = 3) {
  return directSegments(leaves, "project", most, (_, rank) => `project-${rank + 1}`).map(
    ({ label, amount, look }) => [labelText(label), formatAmount(amount), look],
  );
}

test("direct cost is summed by project, the largest first, and no project is said so", () => {
  const leaves = [
    leafOf({ project: "a", workload: "training" }, "1"),
    leafOf({ project: "b" }, "5", "100"),
    leafOf({ project: "a", workload: "inference" }, "2"),
    leafOf({}, "0.5"),
  ];
  expect(shown(leaves)).toEqual([
    ["b", "5", "project-1"],
    ["a", "3", "project-2"],
    ["no project", "0.5", "nothing"],
  ]);
});

test("small projects merge, and their sum is kept exactly", () => {
  const leaves = ["10", "8", "0.1", "0.2", "-0.05"].map((direct, index) =>
    leafOf({ project: `p${index}` }, direct),
  );
  expect(shown(leaves)).toEqual([
    ["p0", "10", "project-1"],
    ["p1", "8", "project-2"],
    ["3 other projects", "0.25", "others"],
  ]);
});

test("a project with shared fees only has no direct part", () => {
  expect(shown([leafOf({ project: "a" }, "0", "7")])).toEqual([]);
});
