import { cleanTags, type Purpose } from "../../company/tags.ts";
import { session, TEAMS } from "../../company/teams.ts";
import type { Company } from "../../company.ts";
import type { Random } from "../../random.ts";
import type { Call } from "../call.ts";
import { made } from "../made.ts";
import { accessEntry } from "../making/containers.ts";
import { principalOf } from "../people.ts";
import { asked, followed } from "../story.ts";
import { atWork } from "../work-hours.ts";

/** The rights in clusters that the platform gave to the roles of two teams. */
export function* clusters({ clusters }: Company, random: Random): Iterable<Call> {
  const { fraud, forecasting, platform } = TEAMS;
  for (const { name, account, region } of clusters) {
    const by = principalOf(session(account, platform, "pipeline"));
    const workload: Purpose["workload"] = name === "ml-train" ? "data-processing" : "inference";
    for (const team of [fraud, forecasting]) {
      const [project] = team.projects;
      const tags = cleanTags({ team, project, workload, environment: "prod" });
      const scene = { account, region, by, at: atWork(random) };
      const making = accessEntry(scene, name, `${team.prefix}-pods`);
      yield* made(making, scene, team === fraud ? asked(tags) : followed(tags));
    }
  }
}
