import type { Amount } from "../../costs/money.ts";

/** A resource that breaks the tag rules, as a statement tells of it. */
export interface StatementViolation {
  /** Its ARN, else its name in the ledger. */
  readonly resource: string;
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
  /** What is wrong, as `ml-project missing`. */
  readonly findings: readonly string[];
  /** As in `violating` or `quarantined`. */
  readonly state: string;
  /** What it costs an hour; null where nobody knows, or in another currency than the statement's. */
  readonly hourly: Amount | null;
  /** Epoch milliseconds from which it may be quarantined; null where nothing of the kind was announced. */
  readonly deadline: number | null;
  /** The line for a shell that puts it right; null where none could. */
  readonly fix: string | null;
}

/** How many hours a month has on average. */
const HOURS = 730n;

/** What a resource costs in a month if it goes on as it does; null where nobody knows. */
export function monthlyOf({ hourly }: Pick<StatementViolation, "hourly">): Amount | null {
  return hourly === null ? null : hourly * HOURS;
}

/** The dearest first, those of unknown cost last. */
export function byMoney(a: StatementViolation, b: StatementViolation): number {
  const [left, right] = [a.hourly ?? -1n, b.hourly ?? -1n];
  if (left !== right) return left > right ? -1 : 1;
  return a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : 0;
}
