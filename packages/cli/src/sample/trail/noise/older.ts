import type { Resource } from "../../company/resource.ts";
import { session, TEAMS } from "../../company/teams.ts";
import { type Company, resources } from "../../company.ts";
import type { Random } from "../../random.ts";
import type { Call } from "../call.ts";
import { principalOf } from "../people.ts";
import { unreserved } from "../tag-shapes.ts";
import { tagging } from "../tagging.ts";
import { atWork } from "../work-hours.ts";

const TYPES = new Set([
  "ec2:instance",
  "sagemaker:endpoint",
  "s3:bucket",
  "dynamodb:table",
  "lambda:function",
]);

/** Tags that the platform set again on what is older than the month: the same as before. */
export function* older(company: Company, random: Random): Iterable<Call> {
  const known = resources(company).filter(
    ({ type, life, tags }) => TYPES.has(type) && life.from < 0 && "ml-team" in tags,
  );
  for (const resource of known.filter((_, index) => index % 3 === 0)) {
    const { account, region, tags, type } = resource;
    const by = principalOf(session(account, TEAMS.platform, "pipeline"));
    const scene = { account, region, by, at: atWork(random) };
    const [service = ""] = type.split(":");
    yield tagging({ service, target: targetOf(resource) }, scene, { after: 0, tags: unreserved(tags) });
  }
}

function targetOf({ type, arn, billedId }: Resource): string {
  return type === "ec2:instance" || type === "s3:bucket" ? billedId : arn;
}
