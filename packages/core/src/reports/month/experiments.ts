import type { Amount } from "../../costs/money.ts";
import { compareGroups } from "../rows.ts";
import type { MonthCell } from "./cell.ts";
import { keyOf } from "./group.ts";
import { keeping, type MonthWhere } from "./keys.ts";

/** What an experiment cost in a month. */
export interface ExperimentCost {
  readonly team: string | null;
  readonly project: string | null;
  readonly experiment: string;
  readonly direct: Amount;
  readonly shared: Amount;
  readonly total: Amount;
  /** On how many days it had cost of its own. */
  readonly days: number;
  /** The first and the last of them; null where there was none. */
  readonly first: number | null;
  readonly last: number | null;
}

interface Gathered {
  readonly of: Pick<ExperimentCost, "team" | "project" | "experiment">;
  direct: Amount;
  shared: Amount;
  readonly days: Set<number>;
}

/** What each experiment cost, by team and project, the dearest first. */
export function experimentCosts(teams: readonly MonthCell[], where: MonthWhere): ExperimentCost[] {
  const found = new Map<string, Gathered>();
  for (const cell of teams.filter(keeping(where))) {
    const { team, project, experiment } = cell.leaf;
    if (experiment === null) continue;
    const key = keyOf([team, project, experiment]);
    const known = found.get(key) ?? {
      of: { team, project, experiment },
      direct: 0n,
      shared: 0n,
      days: new Set(),
    };
    found.set(key, known);
    if (cell.pool === null) known.direct += cell.amount;
    else known.shared += cell.amount;
    if (cell.day > 0 && cell.pool === null) known.days.add(cell.day);
  }
  return [...found.values()]
    .map(({ of, direct, shared, days }) => ({
      ...of,
      direct,
      shared,
      total: direct + shared,
      days: days.size,
      first: days.size === 0 ? null : Math.min(...days),
      last: days.size === 0 ? null : Math.max(...days),
    }))
    .sort(dearestFirst);
}

function dearestFirst(a: ExperimentCost, b: ExperimentCost): number {
  if (a.total !== b.total) return a.total > b.total ? -1 : 1;
  return compareGroups([a.team, a.project, a.experiment], [b.team, b.project, b.experiment]);
}
