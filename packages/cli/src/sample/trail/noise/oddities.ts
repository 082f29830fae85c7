import { ACCOUNTS, type Account } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import type { Company } from "../../company.ts";
import { DAY, HOUR } from "../../month.ts";
import type { Random } from "../../random.ts";
import { type Call, change, type Scene } from "../call.ts";
import { uuidOf } from "../ids.ts";
import { permitted, program } from "../people.ts";
import { awsService } from "../principal.ts";
import { atWork } from "../work-hours.ts";

const region = REGIONS.virginia;
const { training, production, development, data } = ACCOUNTS;

// What services make that few people use.
const RARE: readonly (readonly [account: Account, service: string, name: string, made: string])[] = [
  [training, "imagebuilder", "CreateComponent", "cuda-base"],
  [development, "codeartifact", "CreateDomain", "quillmart"],
  [production, "appconfig", "CreateApplication", "ranking-flags"],
  [data, "omics", "CreateWorkflow", "tried-once"],
  [development, "fis", "CreateExperimentTemplate", "kill-a-node"],
];

/** What a reader of logs stumbles over: rare services, answers without a resource, what services do by themselves. */
export function* oddities({ managed }: Company, random: Random): Iterable<Call> {
  const sceneIn = (account: Account): Scene => ({
    account,
    region,
    by: permitted(account, "power", "emil.sorensen"),
    at: atWork(random),
  });
  for (const [account, service, called, name] of RARE) {
    yield change(sceneIn(account), service, called, { name }, { name, id: uuidOf(name) });
  }
  yield* withoutResource(sceneIn(production), sceneIn(training));
  yield* byThemselves(managed);
}

// A task that found no place, and tags for nothing.
function* withoutResource(task: Scene, tags: Scene): Iterable<Call> {
  const request = { taskDefinition: "promo-uplift-canary", count: 1, launchType: "EC2" };
  yield change(task, "ecs", "RunTask", request, { tasks: [], failures: [{ reason: "RESOURCE:CPU" }] });
  const by = program(training, "platform-janitor", "weekly");
  const nothing = { resourceARNList: [], tags: { checked: "yes" } };
  yield change({ ...tags, by }, "tagging", "TagResources", nothing, { failedResourcesMap: {} });
}

function* byThemselves({ key, bases }: Company["managed"]): Iterable<Call> {
  const rotated = { account: data, region, by: awsService("kms.amazonaws.com"), at: 11 * DAY + 2 * HOUR + 8 };
  const keyId = key.arn.slice(key.arn.lastIndexOf("/") + 1);
  yield own(rotated, "kms", "RotateKey", { serviceEventDetails: { keyId } });
  for (const week of [0, 1, 2, 3]) {
    const by = awsService("ecr.amazonaws.com");
    const scene = { account: data, region, by, at: week * 7 * DAY + 5 * HOUR };
    const repositoryName = bases.arn.slice(bases.arn.indexOf("/") + 1);
    const serviceEventDetails = { repositoryName, policy: "expire-untagged" };
    yield own(scene, "ecr", "PolicyExecutionEvent", { serviceEventDetails });
  }
}

function own(scene: Scene, service: string, name: string, more: Call["more"] & object): Call {
  return { ...change(scene, service, name, {}), request: null, type: "AwsServiceEvent", more };
}
