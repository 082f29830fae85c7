import { expect, test } from "vitest";
import { formatAmount } from "../money/amount.ts";
import { groupSpend } from "../spend/spend.ts";
import { rowOf } from "../spend/testing/make-report.ts";
import { type Bar, lookOfWorkload, projectBars, workloadsOf } from "./bars.ts";

const shown = ({ label, segments }: Bar) => [
  label,
  ...segments.map((segment) => `${segment.label} ${formatAmount(segment.amount)} ${segment.look}`),
];

test("a project's bar has its workloads, each in one paint throughout, and shared fees of their own", () => {
  const rows = [
    rowOf({ project: "p", workload: "training" }, "1", "7"),
    rowOf({ project: "p", workload: "inference" }, "9"),
    rowOf({ project: "q", workload: "training" }, "3"),
    rowOf({ project: "q", workload: null }, "30"),
    rowOf({ project: "shared", workload: null }, "0", "8"),
    rowOf({ project: null, workload: null }, "2"),
  ];
  const projects = groupSpend(rows, ["project", "workload"]);
  const workloads = workloadsOf(projects);
  expect(workloads).toEqual(["inference", "training", null]);
  expect(projectBars(projects, workloads).map(shown)).toEqual([
    ["q", "training 3 workload-2", "no workload 30 nothing"],
    ["p", "inference 9 workload-1", "training 1 workload-2", "shared fees 7 shared"],
    ["shared", "shared fees 8 shared"],
    ["no project", "no workload 2 nothing"],
  ]);
  expect(lookOfWorkload("unheard of", workloads)).toBe("others");
});
