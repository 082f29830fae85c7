import type { Amount } from "../costs/money.ts";
import { type Rational, subtract, ZERO } from "../costs/rational.ts";
import { byTeam, type TeamTotal } from "./team-totals.ts";

/** What a team would bear instead, and by how much that differs. */
export interface TeamChange {
  /** Null for what stays unallocated or is excluded. */
  readonly team: string | null;
  readonly before: Amount;
  readonly after: Amount;
  readonly difference: Amount;
  /** The difference before rounding, in units of 10^-24. */
  readonly exact: Rational;
}

/** Holds two divisions of one bill against each other: every team of either, ordered. The differences sum to 0. */
export function teamChanges(before: readonly TeamTotal[], after: readonly TeamTotal[]): TeamChange[] {
  const old = new Map(before.map((total) => [total.team, total]));
  const now = new Map(after.map((total) => [total.team, total]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((team) => {
      const { amount: was = 0n, exact: wasExactly = ZERO } = old.get(team) ?? {};
      const { amount: is = 0n, exact: isExactly = ZERO } = now.get(team) ?? {};
      return { team, before: was, after: is, difference: is - was, exact: subtract(isExactly, wasExactly) };
    })
    .sort(byTeam);
}
