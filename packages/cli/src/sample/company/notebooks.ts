import { DAY, HOUR, isWeekend, MONTH, type Span } from "../month.ts";
import type { Random } from "../random.ts";
import { ACCOUNTS } from "./accounts.ts";
import type { MachineName } from "./machines.ts";
import { REGIONS } from "./regions.ts";
import { named, type Resource } from "./resource.ts";
import { usualTags } from "./tags.ts";
import { session, TEAMS } from "./teams.ts";

/** One notebook instance and the stretches during which somebody had it running. */
export interface Notebook extends Resource {
  readonly machine: MachineName;
  readonly running: readonly Span[];
}

/** A notebook for every engineer, and two that nobody switches off. */
export function createNotebooks(random: Random): Notebook[] {
  return Object.values(TEAMS).flatMap((team) =>
    team.engineers.map((engineer, index) => {
      const account = ACCOUNTS.development;
      const [name = engineer] = engineer.split(".");
      const tags = usualTags(random, {
        team,
        project: random.pick(team.projects),
        workload: "notebook",
        environment: "dev",
      });
      const life = { from: -random.integer(20, 300) * DAY, until: 4000 * DAY };
      const creator = session(account, team, engineer);
      const origin = { account, region: REGIONS.virginia, tags, creator, life };
      const forgotten = index === 0 && (team === TEAMS.forecasting || team === TEAMS.personalization);
      return {
        ...named("sagemaker:notebook-instance", `notebook-instance/${name}-workbench`, origin),
        machine: random.pick<MachineName>([
          "ml.t3.medium",
          "ml.g4dn.xlarge",
          "ml.g5.2xlarge",
          "ml.m5.2xlarge",
        ]),
        running: forgotten ? [{ from: 0, until: MONTH.seconds }] : workdays(random),
      };
    }),
  );
}

function workdays(random: Random): Span[] {
  return Array.from({ length: MONTH.days }, (_, day) => day)
    .filter((day) => !isWeekend(day) && random.chance(85))
    .map((day) => {
      const from = day * DAY + random.integer(7 * 60, 10 * 60) * 60;
      return { from, until: from + random.integer(4 * HOUR, 11 * HOUR) };
    });
}
