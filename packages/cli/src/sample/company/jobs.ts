import { DAY, HOUR, MONTH } from "../month.ts";
import type { Random } from "../random.ts";
import { HEX } from "../random.ts";
import type { MachineName } from "./machines.ts";
import { REGIONS } from "./regions.ts";
import { named, type Resource } from "./resource.ts";
import { usualTags } from "./tags.ts";
import { session, TEAMS, type Team } from "./teams.ts";

/** One SageMaker job: machines that run from its start to its end. */
export interface Job extends Resource {
  readonly kind: "training" | "processing";
  readonly machine: MachineName;
  readonly instances: number;
}

/** A habit of running jobs: which project, on what, how long and how often in a month. */
interface Habit {
  readonly team: Team;
  readonly project: 0 | 1 | 2;
  readonly kind: Job["kind"];
  readonly machine: MachineName;
  readonly instances: number;
  readonly hours: readonly [number, number];
  readonly runs: number;
}

const { fraud, personalization, forecasting, documents, platform } = TEAMS;

const habit = (
  team: Team,
  project: Habit["project"],
  runs: number,
  instances: number,
  machine: MachineName,
  hours: Habit["hours"],
  kind: Habit["kind"] = "training",
): Habit => ({ team, project, kind, machine, instances, hours, runs });

const HABITS: readonly Habit[] = [
  habit(fraud, 0, 60, 1, "ml.g5.12xlarge", [3, 7]),
  habit(fraud, 1, 32, 2, "ml.p4d.24xlarge", [8, 16]),
  habit(fraud, 2, 20, 2, "ml.g5.48xlarge", [6, 14]),
  habit(fraud, 0, 60, 2, "ml.m5.4xlarge", [1, 3], "processing"),
  habit(personalization, 0, 40, 2, "ml.p4d.24xlarge", [10, 22]),
  habit(personalization, 1, 34, 2, "ml.p5.48xlarge", [8, 20]),
  habit(personalization, 2, 70, 1, "ml.g5.12xlarge", [2, 6]),
  habit(personalization, 0, 60, 4, "ml.m5.12xlarge", [1, 4], "processing"),
  habit(forecasting, 0, 110, 4, "ml.m5.12xlarge", [3, 7]),
  habit(forecasting, 1, 60, 2, "ml.g5.12xlarge", [5, 11]),
  habit(forecasting, 2, 46, 2, "ml.p4d.24xlarge", [6, 14]),
  habit(forecasting, 0, 90, 3, "ml.m5.4xlarge", [1, 5], "processing"),
  habit(documents, 0, 20, 4, "ml.p5.48xlarge", [12, 24]),
  habit(documents, 1, 28, 2, "ml.p4d.24xlarge", [8, 16]),
  habit(documents, 2, 40, 1, "ml.g5.12xlarge", [2, 8]),
  habit(documents, 0, 50, 2, "ml.m5.12xlarge", [1, 3], "processing"),
  habit(platform, 1, 24, 2, "ml.p5.48xlarge", [2, 5]),
  habit(platform, 1, 40, 1, "ml.g5.12xlarge", [1, 3]),
];

/** The month's training and processing jobs. */
export function createJobs(random: Random): Job[] {
  return HABITS.flatMap((habit, index) => runs(random.fork(`jobs ${index}`), habit));
}

function runs(random: Random, habit: Habit): Job[] {
  const { team, kind, machine, instances } = habit;
  const project = team.projects[habit.project];
  let experiment = "";
  return Array.from({ length: habit.runs }, (_, run) => {
    // An experiment is tried a few times over.
    if (run === 0 || random.chance(35)) experiment = `exp-${random.text(6, HEX)}`;
    const from = random.integer(0, (MONTH.seconds - DAY) / 60) * 60;
    const [low, high] = habit.hours;
    const life = { from, until: from + random.integer(low * HOUR, high * HOUR) };
    const who = random.chance(60) ? "pipeline" : random.pick(team.engineers);
    const tags = usualTags(random, {
      team,
      project,
      workload: kind === "training" ? "training" : "data-processing",
      environment: who === "pipeline" ? "prod" : "dev",
      ...(kind === "training" ? { experiment } : {}),
    });
    const account = team.training;
    const origin = { account, region: REGIONS.virginia, tags, creator: session(account, team, who), life };
    const path = `${kind}-job/${project}-${random.text(8, HEX)}`;
    return { kind, machine, instances, ...named(`sagemaker:${kind}-job`, path, origin) };
  });
}
