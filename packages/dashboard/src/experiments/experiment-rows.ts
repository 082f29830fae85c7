import type { ExperimentsAnswer, RunsAnswer } from "../api/answers.ts";
import { type Amount, parseAmount } from "../money/amount.ts";

/** An experiment as the table shows it. */
export interface ExperimentRow {
  readonly team: string | null;
  readonly project: string | null;
  readonly experiment: string;
  readonly direct: Amount;
  readonly shared: Amount;
  readonly total: Amount;
  /** On how many days it had cost of its own. */
  readonly days: number;
  /** How often it ran; null where no run is known. */
  readonly runs: number | null;
  /** What a run cost, with what the smallest unit leaves away cut off; null where no run is known. */
  readonly perRun: Amount | null;
}

/** What experiments cost, the dearest first, with how often they ran as far as that is known. */
export function experimentRows(
  { experiments }: ExperimentsAnswer,
  ran: RunsAnswer | null,
): readonly ExperimentRow[] {
  const known = new Map((ran?.runs ?? []).map((each) => [keyOf(each), each.runs]));
  return experiments.map(({ team, project, experiment, direct, shared, total, days }) => {
    const runs = known.get(keyOf({ team, project, experiment })) ?? null;
    const amount = parseAmount(total);
    return {
      ...{ team, project, experiment, days, runs },
      direct: parseAmount(direct),
      shared: parseAmount(shared),
      total: amount,
      perRun: runs === null || runs === 0 ? null : amount / BigInt(runs),
    };
  });
}

function keyOf({ team, project, experiment }: Pick<ExperimentRow, "team" | "project" | "experiment">) {
  return JSON.stringify([team, project, experiment]);
}
