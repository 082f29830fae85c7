import { SHARED_PROJECT } from "../../costs/leaf.ts";
import { type Amount, sum } from "../../costs/money.ts";
import type { LeafAmount } from "../report.ts";
import type { TagCoverage } from "./coverage.ts";
import { monthlyOf, type StatementViolation } from "./violation.ts";

/** Something that a team can do, and the money that it is about. */
export interface Action {
  readonly kind: "fix" | "tag-team" | "tag-project" | "tag-experiment";
  /** The month's cost that is about it; of a resource, what it costs in a month. */
  readonly amount: Amount;
  /** What is to be put right; null where it is no single resource. */
  readonly violation: StatementViolation | null;
}

/** What is to be done, where the most money is first. */
export function actionsOf(
  leaves: readonly LeafAmount[],
  coverage: TagCoverage,
  violations: readonly StatementViolation[],
  most: number,
): Action[] {
  const direct = leaves.filter(({ leaf }) => leaf.project !== SHARED_PROJECT);
  const cost = (some: readonly LeafAmount[]) => sum(some.map((each) => each.direct));
  const untold: Action[] = [
    { kind: "tag-team", amount: coverage.inferred, violation: null },
    {
      kind: "tag-project",
      amount: cost(direct.filter(({ leaf }) => leaf.project === null)),
      violation: null,
    },
    {
      kind: "tag-experiment",
      amount: cost(direct.filter(({ leaf }) => leaf.workload === "training" && leaf.experiment === null)),
      violation: null,
    },
  ];
  const fixes = violations.map(
    (violation): Action => ({ kind: "fix", amount: monthlyOf(violation) ?? 0n, violation }),
  );
  return [...untold, ...fixes]
    .filter(({ amount }) => amount > 0n)
    .sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1))
    .slice(0, most);
}
