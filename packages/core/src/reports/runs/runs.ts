import type { Period } from "../../costs/period.ts";
import { isWanted, type LiveWhere, type Spender } from "../live/dimensions.ts";
import { compareGroups } from "../rows.ts";
import { isRunType } from "./run-types.ts";

/** One life of a resource, in epoch milliseconds; the end is exclusive, and null where it goes on. */
export interface Lived extends Spender {
  readonly start: number;
  readonly end: number | null;
}

/** How often an experiment ran in a month. */
export interface ExperimentRuns {
  readonly team: string | null;
  readonly project: string | null;
  readonly experiment: string;
  /** A run that crosses the end of a month is one of both. */
  readonly runs: number;
}

/** Which runs are counted. */
export interface RunsQuery {
  readonly period: Period;
  readonly where: LiveWhere;
}

/** Counts the runs of experiments, a resource at a time; memory grows with the experiments only. */
export class RunsFold {
  readonly #query: RunsQuery;
  readonly #found = new Map<string, ExperimentRuns>();

  constructor(query: RunsQuery) {
    this.#query = query;
  }

  /** Adds one life of a resource; what is no run, of no experiment or of another time adds nothing. */
  add(lived: Lived): void {
    const { period, where } = this.#query;
    const { team, project, experiment } = lived.dimensions;
    if (experiment === null || !isRunType(lived.type) || !isWanted(lived, where)) return;
    if (lived.start >= period.end || (lived.end ?? period.end) <= period.start) return;
    const key = JSON.stringify([team, project, experiment]);
    const runs = (this.#found.get(key)?.runs ?? 0) + 1;
    this.#found.set(key, { team, project, experiment, runs });
  }

  /** What was counted, by team, project and experiment. */
  result(): ExperimentRuns[] {
    const group = ({ team, project, experiment }: ExperimentRuns) => [team, project, experiment];
    return [...this.#found.values()].sort((a, b) => compareGroups(group(a), group(b)));
  }
}
