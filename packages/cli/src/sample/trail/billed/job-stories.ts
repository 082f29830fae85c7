import { ACCOUNTS } from "../../company/accounts.ts";
import type { Job } from "../../company/jobs.ts";
import { cleanTags, type Tags } from "../../company/tags.ts";
import type { Team } from "../../company/teams.ts";
import type { Random } from "../../random.ts";
import { program } from "../people.ts";
import { slip } from "../slip.ts";
import { asked, corrected, followed, overtaken, type Story, stripped } from "../story.ts";

/** How a job came by the tags that the bill shows; every so many jobs, in another way than by the request. */
export function storyOfJob(random: Random, index: number, job: Job, team: Team): Story {
  const { tags, account } = job;
  if (Object.keys(tags).length === 0) return asked(tags);
  if (tags["ml-team"] === undefined && tags["ml-project"] !== undefined && random.chance(50)) {
    return stripped(complete(job, team), tags, random.integer(600, 3000));
  }
  if (index % 23 === 0) return overtaken(tags);
  if (index % 17 === 0) return followed(tags, random.integer(1, 2));
  const { "ml-team": name, "ml-environment": environment } = tags;
  if (name !== team.name || environment === undefined) return asked(tags);
  if (index % 37 === 0) return corrected(tags, { "ml-team": slip(name) }, random.integer(400, 3000));
  if (index % 101 === 0 && account === ACCOUNTS.training) {
    const repair = program(account, "tagledger-repair", "tagledger");
    return corrected(tags, { "ml-environment": slip(environment) }, random.integer(120, 900), repair);
  }
  return asked(tags);
}

// What a job was tagged with before somebody took the team away again.
function complete({ kind, tags }: Job, team: Team): Tags {
  const [project] = team.projects;
  const purpose = { team, project, environment: "dev" } as const;
  const whole =
    kind === "training"
      ? cleanTags({ ...purpose, workload: "training", experiment: "exp-draft" })
      : cleanTags({ ...purpose, workload: "data-processing" });
  return { ...whole, ...tags };
}
