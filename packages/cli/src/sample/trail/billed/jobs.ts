import type { Company } from "../../company.ts";
import { MONTH } from "../../month.ts";
import type { Random } from "../../random.ts";
import { type Call, change } from "../call.ts";
import { made } from "../made.ts";
import { jobMaking } from "../making/jobs.ts";
import { principalOf } from "../people.ts";
import { teamOf } from "../team-of.ts";
import { storyOfJob } from "./job-stories.ts";

/** The creations of jobs, and the calls that stopped some of them. */
export function* jobs({ jobs }: Company, random: Random): Iterable<Call> {
  for (const [index, job] of jobs.entries()) {
    const { account, region, creator, life } = job;
    const by = principalOf(creator);
    const team = teamOf(creator);
    const scene = { account, region, by, at: life.from + random.integer(0, 3) };
    yield* made(jobMaking(job, team), scene, storyOfJob(random, index, job, team));
    if (life.until < MONTH.seconds && random.chance(4)) {
      const kind = job.kind === "training" ? "Training" : "Processing";
      const name = job.arn.slice(job.arn.lastIndexOf("/") + 1);
      const request = { [`${job.kind}JobName`]: name };
      yield change(
        { ...scene, at: life.until - random.integer(5, 60) },
        "sagemaker",
        `Stop${kind}Job`,
        request,
      );
    }
  }
}
