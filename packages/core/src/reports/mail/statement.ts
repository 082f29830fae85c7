import type { Basis } from "../../costs/charge.ts";
import { type Amount, sum } from "../../costs/money.ts";
import type { MonthCell } from "../month/cell.ts";
import type { LeafAmount } from "../report.ts";
import { type Action, actionsOf } from "./actions.ts";
import { type Bridge, bridgeOf } from "./bridge.ts";
import { type BridgeMonths, bridgeParts } from "./bridge-parts.ts";
import type { StatementBudget } from "./budget.ts";
import { type TagCoverage, tagCoverage } from "./coverage.ts";
import type { StatementMonth } from "./month.ts";
import { type Mover, moversOf } from "./movers.ts";
import { type SharedLine, sharedTable } from "./shared-table.ts";
import { type StatementLine, statementLines } from "./statement-lines.ts";
import { byMoney, type StatementViolation } from "./violation.ts";

/** What every mail says of the snapshot that it is made from. */
export interface LetterHead {
  /** `YYYY-MM` */
  readonly period: string;
  readonly currency: string;
  readonly basis: Basis;
  /** The id of the snapshot. */
  readonly snapshot: string;
  /** When the snapshot was made, in epoch milliseconds. */
  readonly at: number;
  /** When the newest bill in it was delivered, in epoch milliseconds; null where that is not known. */
  readonly deliveredAt: number | null;
  /** Final where the month is closed: until then it may change. */
  readonly state: "draft" | "final";
  /** Where the same is seen in a browser; null where no such place is configured. */
  readonly link: string | null;
}

/** What a month before came to, and why it is another amount now. */
export interface Before {
  readonly period: string;
  readonly total: Amount;
  /** Sums to the difference, to the last digit. */
  readonly bridge: Bridge;
}

/** What a team bears of a month: everything that its mail says. */
export interface Statement extends LetterHead {
  readonly kind: "statement";
  readonly team: string;
  readonly direct: Amount;
  readonly shared: Amount;
  /** direct + shared */
  readonly total: Amount;
  /** Null where there is no snapshot of the month before in the same currency. */
  readonly before: Before | null;
  readonly movers: readonly Mover[];
  /** Sums to `shared`. */
  readonly pools: readonly SharedLine[];
  readonly coverage: TagCoverage;
  /** The dearest first. */
  readonly violations: readonly StatementViolation[];
  readonly actions: readonly Action[];
  /** That are the team's alone. */
  readonly budgets: readonly StatementBudget[];
  /** Sums to `total`. */
  readonly lines: readonly StatementLine[];
}

/** What a statement is made from. */
export interface StatementInput {
  readonly month: StatementMonth;
  /** The month before, with what explains the difference; null where there is none. */
  readonly since: Omit<BridgeMonths, "after"> | null;
  readonly state: LetterHead["state"];
  readonly link: string | null;
  /** Of the team, in any order. */
  readonly violations: readonly StatementViolation[];
  /** Of the team alone. */
  readonly budgets: readonly StatementBudget[];
  /** What the team's money is made of; null where that was not kept. */
  readonly cells: readonly MonthCell[] | null;
}

const MOST_MOVERS = 5;
const MOST_ACTIONS = 5;

/** Makes the statement of a team from the frozen snapshot of a month. */
export function makeStatement(team: string, input: StatementInput): Statement {
  const { month, since, violations, budgets, cells } = input;
  const leaves = leavesOf(month, team);
  const [direct, shared] = [sum(leaves.map((each) => each.direct)), sum(leaves.map((each) => each.shared))];
  const established = month.report.established.filter((each) => each.team === team);
  const ordered = [...violations].sort(byMoney);
  const old = since === null ? [] : leavesOf(since.before, team);
  return {
    kind: "statement",
    team,
    ...headOf(input),
    direct,
    shared,
    total: direct + shared,
    before:
      since === null
        ? null
        : {
            period: since.before.period,
            total: sum(old.map((each) => each.direct + each.shared)),
            bridge: bridgeOf(bridgeParts({ ...since, after: month }, team), month.currency),
          },
    movers: since === null ? [] : moversOf(old, leaves, MOST_MOVERS),
    pools: sharedTable(month, team),
    coverage: tagCoverage(established),
    violations: ordered,
    actions: actionsOf(leaves, { established, cells, violations: ordered, month, most: MOST_ACTIONS }),
    budgets,
    lines: statementLines(month, team),
  };
}

/** What a mail says of its snapshot. */
export function headOf({ month, state, link }: Pick<StatementInput, "month" | "state" | "link">): LetterHead {
  const { id, period, currency, basis, at, bills } = month;
  const deliveredAt = bills.length === 0 ? null : Math.max(...bills.map((bill) => bill.deliveredAt));
  return { period, currency, basis, snapshot: id, at, deliveredAt, state, link };
}

function leavesOf({ report }: StatementMonth, team: string): LeafAmount[] {
  return report.leaves.filter(({ leaf }) => leaf.team === team);
}
