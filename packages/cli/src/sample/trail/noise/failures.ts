import { ACCOUNTS, type Account } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import { session, TEAMS } from "../../company/teams.ts";
import type { Company } from "../../company.ts";
import type { Random } from "../../random.ts";
import type { Call, Failure, Scene } from "../call.ts";
import { jobMaking } from "../making/jobs.ts";
import { startRequest } from "../making/machines.ts";
import { atDesk, permitted, principalOf } from "../people.ts";
import { iamUser, type Principal } from "../principal.ts";
import { unreserved } from "../tag-shapes.ts";
import { teamOf } from "../team-of.ts";
import { atWork } from "../work-hours.ts";

const { training, production, development, data } = ACCOUNTS;

/** Calls that failed: what had no room, was not allowed, was there already, or was only a test. */
export function* failures(company: Company, random: Random): Iterable<Call> {
  yield* withoutRoom(company, random);
  yield* onlyTested(company, random);
  yield* refused(random);
}

// Whoever finds no room tries again, and succeeds some minutes later.
function* withoutRoom({ jobs, nodes }: Company, random: Random): Iterable<Call> {
  for (const job of jobs.filter((_, index) => index % 29 === 3)) {
    const { account, region, creator, life, tags } = job;
    const at = Math.max(0, life.from - random.integer(120, 1500));
    const { name, request } = jobMaking(job, teamOf(creator));
    const failure = fails(
      "ResourceLimitExceeded",
      `The account-level service limit for ${job.machine} is reached`,
    );
    yield failed(
      { account, region, by: principalOf(creator), at },
      "sagemaker",
      name,
      failure,
      request(tags),
    );
  }
  for (const node of nodes.filter(({ life, cluster }) => cluster === "ml-train" && life.from > 0)) {
    const { account, region, creator, life, tags, machine, disk } = node;
    const scene = { account, region, by: principalOf(creator), at: life.from - random.integer(30, 300) };
    const message = `We currently do not have sufficient ${machine} capacity in the Availability Zone you requested.`;
    const request = startRequest({
      machines: [node],
      requested: unreserved(tags),
      gib: disk.gib,
      wantedBy: "ml-train",
    });
    yield failed(
      scene,
      "ec2",
      "RunInstances",
      fails("Server.InsufficientInstanceCapacity", message),
      request,
    );
  }
}

function* onlyTested({ nodes }: Company, random: Random): Iterable<Call> {
  const [node] = nodes.filter(({ account, cluster }) => account === training && cluster === undefined);
  if (node === undefined) return;
  const failure = fails("Client.DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
  const request = startRequest({ machines: [node], requested: {}, wantedBy: "workbench" });
  for (let time = 0; time < 3; time++) {
    const scene = sceneOf(training, principalOf(session(training, TEAMS.forecasting, "pipeline")), random);
    yield failed(scene, "ec2", "RunInstances", failure, request);
  }
}

function* refused(random: Random): Iterable<Call> {
  for (const name of ["koji.hayward", "olga.petrie", "arjun.whitlock", "olga.petrie"]) {
    const account = random.pick([training, production]);
    const scene = sceneOf(account, permitted(account, "reader", name), random);
    yield failed(scene, "sagemaker", "CreateEndpoint", denied("sagemaker:CreateEndpoint"), null);
    const message = "You are not authorized to perform this operation.";
    yield failed(
      { ...scene, at: scene.at + 80 },
      "ec2",
      "RunInstances",
      fails("Client.UnauthorizedOperation", message),
      { instancesSet: { items: [{ minCount: 1, maxCount: 1 }] }, instanceType: "g5.2xlarge" },
    );
  }
  const leaver = iamUser(data, "t.brouwer", atDesk("t.brouwer"));
  yield failed(sceneOf(data, leaver, random), "glue", "CreateJob", denied("glue:CreateJob"), null);
  const lena = sceneOf(development, permitted(development, "engineer", "lena.brandt"), random);
  const taken = fails("BucketAlreadyExists", "The requested bucket name is not available.");
  const bucketName = "features";
  yield failed(lena, "s3", "CreateBucket", taken, { bucketName, Host: `${bucketName}.s3.amazonaws.com` });
}

function sceneOf(account: Account, by: Principal, random: Random): Scene {
  return { account, region: REGIONS.virginia, by, at: atWork(random) };
}

function failed(scene: Scene, service: string, name: string, error: Failure, request: Call["request"]): Call {
  return { ...scene, service, name, request, response: null, error };
}

function fails(errorCode: string, errorMessage: string): Failure {
  return { errorCode, errorMessage };
}

function denied(action: string): Failure {
  return fails(
    "AccessDenied",
    `User is not authorized to perform: ${action}, as no policy allows the action`,
  );
}
