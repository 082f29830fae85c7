import { expect, test } from "vitest";
import { formatAmount } from "../money/amount.ts";
import { type Bar, lookOfWorkload, projectBars, teamBars, teamProjectBars, workloadsOf } from "./bars.ts";
import { groupSpend } from "./spend.ts";
import { rowOf } from "./testing/make-answer.ts";

const shown = ({ label, segments }: Bar) => [
  label,
  ...segments.map((segment) => `${segment.label} ${formatAmount(segment.amount)} ${segment.look}`),
];

test("a team's bar has its direct cost and its shared fees, the largest team first", () => {
  const teams = groupSpend(
    [rowOf({ team: "a" }, "1", "2"), rowOf({ team: null }, "9"), rowOf({ team: "b" }, "5", "-1")],
    ["team"],
  );
  expect(teamBars(teams).map(shown)).toEqual([
    ["no team", "direct 9 direct"],
    ["b", "direct 5 direct", "shared fees -1 shared"],
    ["a", "direct 1 direct", "shared fees 2 shared"],
  ]);
});

test("a team's bar by project has the largest first, then what has no project, then its shared fees", () => {
  const rows = [
    rowOf({ team: "a", project: "small" }, "1", "4"),
    rowOf({ team: "a", project: null }, "3"),
    rowOf({ team: "a", project: "large" }, "2"),
    rowOf({ team: "a", project: "shared" }, "0", "6"),
  ];
  expect(teamProjectBars(groupSpend(rows, ["team", "project"])).map(shown)).toEqual([
    ["a", "large 2 project-1", "small 1 project-2", "no project 3 nothing", "shared fees 10 shared"],
  ]);
});

test("projects beyond what can be told apart stand together", () => {
  const rows = Array.from({ length: 9 }, (_, index) =>
    rowOf({ team: "a", project: `p${index}` }, `${9 - index}`),
  );
  const [bar] = teamProjectBars(groupSpend(rows, ["team", "project"]));
  expect(bar?.segments.map(({ label }) => label).slice(-2)).toEqual(["p5", "3 other projects"]);
  expect(bar?.segments.at(-1)?.amount).toBe(6n * 10n ** 24n);
});

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
