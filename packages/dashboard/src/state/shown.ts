import type { Basis } from "@tagledger/core/costs/charge";
import type { MonthsAnswer } from "../api/answers.ts";
import { monthBefore } from "../words/dates.ts";
import { BASES } from "../words/words.ts";
import type { PageState } from "./page-state.ts";

/** A month on one basis, and the snapshot that is read of it. */
export interface ShownMonth {
  readonly period: string;
  readonly basis: Basis;
  readonly snapshot: string;
  /** When the snapshot was made. */
  readonly at: string;
  /** How many snapshots were made of it. */
  readonly snapshots: number;
  /** The month before; null where there are no figures of it on this basis. */
  readonly before: string | null;
}

/** Which month the page shows, out of those that there are. */
export interface Shown {
  /** Null where there is no snapshot of what was asked for, or none at all. */
  readonly month: ShownMonth | null;
  /** What was asked for, or else is shown; null where there is no month at all. */
  readonly period: string | null;
  readonly basis: Basis;
  /** The newest first. */
  readonly periods: readonly string[];
  /** Those of the period. */
  readonly bases: readonly Basis[];
}

/** Finds what to show: unasked, the newest month on the first basis that it has. */
export function shownOf({ months }: MonthsAnswer, state: Pick<PageState, "period" | "basis">): Shown {
  const periods = months
    .map(({ period }) => period)
    .sort()
    .reverse();
  const period = state.period ?? periods[0] ?? null;
  const known = months.find((each) => each.period === period)?.bases ?? [];
  const bases = inOrder(known.map(({ basis }) => basis));
  const basis = state.basis ?? bases[0] ?? "effective";
  const found = known.find((each) => each.basis === basis);
  const before = period === null ? null : monthBefore(period);
  const hasBefore = months.some(
    (each) => each.period === before && each.bases.some((other) => other.basis === basis),
  );
  const month =
    found === undefined || period === null ? null : { period, ...found, before: hasBefore ? before : null };
  return { month, period, basis, periods, bases };
}

/** The state after another period was chosen: on the same basis, where it has that. */
export function withPeriod({ months }: MonthsAnswer, state: PageState, period: string): PageState {
  const bases = months.find((each) => each.period === period)?.bases ?? [];
  const keeps = bases.some(({ basis }) => basis === state.basis);
  return { ...state, period, snapshot: null, basis: keeps ? state.basis : null };
}

function inOrder(bases: readonly Basis[]): Basis[] {
  return (Object.keys(BASES) as Basis[]).filter((basis) => bases.includes(basis));
}
