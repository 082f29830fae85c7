import { SHARED_PROJECT } from "../../costs/leaf.ts";
import { type Amount, sum } from "../../costs/money.ts";
import type { LeafAmount } from "../report.ts";
import type { TagCoverage } from "./coverage.ts";
import type { StatementMonth } from "./month.ts";
import { monthlyOf, type StatementViolation } from "./violation.ts";

/** Something that a team can do, and the money that it is about. */
export interface Action {
  readonly kind: "fix" | "tag-team" | "tag-project" | "tag-experiment";
  /** The month's cost that is about it; of a resource, what it costs in a month. */
  readonly amount: Amount;
  /** The tag that is to be set; null where a resource is to be put right. */
  readonly tag: string | null;
  /** What is to be put right; null where it is no single resource. */
  readonly violation: StatementViolation | null;
}

/** What actions follow from, besides what a team bears. */
interface Reasons {
  readonly coverage: TagCoverage;
  readonly violations: readonly StatementViolation[];
  readonly month: Pick<StatementMonth, "config">;
  /** How many are told at most. */
  readonly most: number;
}

/** What is to be done, where the most money is first. */
export function actionsOf(
  leaves: readonly LeafAmount[],
  { coverage, violations, month, most }: Reasons,
): Action[] {
  const { team, project, experiment } = month.config.dimensions;
  const tagOf = (keys: string | readonly string[] | undefined) => [keys].flat()[0] ?? null;
  const direct = leaves.filter(({ leaf }) => leaf.project !== SHARED_PROJECT);
  const cost = (some: readonly LeafAmount[]) => sum(some.map((each) => each.direct));
  const untold: Action[] = [
    { kind: "tag-team", amount: coverage.inferred, tag: tagOf(team), violation: null },
    {
      kind: "tag-project",
      amount: cost(direct.filter(({ leaf }) => leaf.project === null)),
      tag: tagOf(project),
      violation: null,
    },
    {
      kind: "tag-experiment",
      amount: cost(direct.filter(({ leaf }) => leaf.workload === "training" && leaf.experiment === null)),
      tag: tagOf(experiment),
      violation: null,
    },
  ];
  const fixes = violations.map(
    (violation): Action => ({ kind: "fix", amount: monthlyOf(violation) ?? 0n, tag: null, violation }),
  );
  return [...untold, ...fixes]
    .filter(({ amount }) => amount > 0n)
    .sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1))
    .slice(0, most);
}
