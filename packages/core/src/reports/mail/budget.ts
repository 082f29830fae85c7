import type { Amount } from "../../costs/money.ts";

/** A budget that is a team's alone, and what the month came to of it. */
export interface StatementBudget {
  /** Of which part of the team, as `project cards`; null where it is of all of it. */
  readonly of: string | null;
  readonly monthly: Amount;
  readonly spent: Amount;
}
