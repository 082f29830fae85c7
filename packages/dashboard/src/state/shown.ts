import type { Basis } from "@tagledger/core/costs/charge";
import type { OverviewView } from "@tagledger/core/flows/overview";
import { BASES } from "../words/words.ts";
import type { PageState } from "./page-state.ts";

/** A published report, as the overview lists it. */
export type Published = OverviewView["periods"][number];

/** Which report the page shows, out of those that there are. */
export interface Shown {
  /** Null where there is no report of what was asked for, or none at all. */
  readonly published: Published | null;
  /** What was asked for, or else is shown; null where there is no report at all. */
  readonly period: string | null;
  readonly basis: Basis;
  /** The newest first. */
  readonly periods: readonly string[];
  /** Those of the period. */
  readonly bases: readonly Basis[];
}

/** Finds what to show: unasked, the newest period on the first basis that it has. */
export function shownOf({ periods }: OverviewView, state: Pick<PageState, "period" | "basis">): Shown {
  const names = [...new Set(periods.map(({ period }) => period))].sort().reverse();
  const period = state.period ?? names[0] ?? null;
  const bases = basesOf(periods, period);
  const basis = state.basis ?? bases[0] ?? "effective";
  const published = periods.find((each) => each.period === period && each.basis === basis) ?? null;
  return { published, period, basis, periods: names, bases };
}

/** The state after another period was chosen: on the same basis, where it has that. */
export function withPeriod<State extends Pick<PageState, "period" | "basis">>(
  { periods }: OverviewView,
  state: State,
  period: string,
): State {
  const keeps = state.basis !== null && basesOf(periods, period).includes(state.basis);
  return { ...state, period, basis: keeps ? state.basis : null };
}

function basesOf(periods: readonly Published[], period: string | null): Basis[] {
  const published = new Set(periods.filter((each) => each.period === period).map(({ basis }) => basis));
  return (Object.keys(BASES) as Basis[]).filter((basis) => published.has(basis));
}
