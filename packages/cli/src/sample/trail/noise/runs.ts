import { ACCOUNTS, type Account } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import { session, TEAMS } from "../../company/teams.ts";
import { DAY, HOUR, MONTH } from "../../month.ts";
import { HEX, type Random } from "../../random.ts";
import { type Call, change, type Scene } from "../call.ts";
import { uuid } from "../ids.ts";
import { arnIn } from "../making.ts";
import { LEGACY_USER, permitted, principalOf, program } from "../people.ts";
import { atWork, WORKDAYS } from "../work-hours.ts";

const region = REGIONS.virginia;
const { data, production } = ACCOUNTS;

/** What runs every day and carries no tags of its own: jobs of Glue, queries, pipelines, state machines. */
export function* runs(random: Random): Iterable<Call> {
  const schedule = program(data, "forecast-etl-schedule", "sales-etl");
  for (let day = 0; day < MONTH.days; day++) {
    const scene = { account: data, region, by: schedule, at: day * DAY + HOUR + random.integer(0, 40) };
    yield change(
      scene,
      "glue",
      "StartJobRun",
      { jobName: "sales-etl" },
      { jobRunId: `jr_${random.text(64, HEX)}` },
    );
  }
  for (const day of WORKDAYS) {
    yield* query(random, day);
    if (day % 3 === 0) yield* retraining(random, day);
  }
  yield* parts(random);
}

function* query(random: Random, day: number): Iterable<Call> {
  const analyst = random.pick(TEAMS.forecasting.engineers);
  const by = random.chance(30) ? LEGACY_USER : principalOf(session(data, TEAMS.forecasting, analyst));
  const scene = { account: data, region, by, at: atWork(random, day) };
  const request = { queryString: "HIDDEN_DUE_TO_SECURITY_REASONS", workGroup: "forecasting" };
  yield change(scene, "athena", "StartQueryExecution", request, { queryExecutionId: uuid(random) });
}

function* retraining(random: Random, day: number): Iterable<Call> {
  const team = TEAMS.fraud;
  const account = team.training;
  const by = principalOf(session(account, team, "pipeline"));
  const scene = { account, region, by, at: day * DAY + 3 * HOUR };
  const pipelineName = "card-screening-retraining";
  const execution = `pipeline/${pipelineName}/execution/${random.text(12, HEX)}`;
  yield change(
    scene,
    "sagemaker",
    "StartPipelineExecution",
    { pipelineName },
    {
      pipelineExecutionArn: arnIn(scene, "sagemaker", execution),
    },
  );
}

// What belongs to something else: a query, a version, a stream of a log, the role of a service.
function* parts(random: Random): Iterable<Call> {
  const scene = (account: Account): Scene => ({
    account,
    region,
    by: permitted(account, "power", "emil.sorensen"),
    at: atWork(random),
  });
  const query = { name: "stale-panels", database: "forecasting", workGroup: "forecasting" };
  yield change(scene(data), "athena", "CreateNamedQuery", query, { namedQueryId: uuid(random) });
  const version = { functionName: "card-scoring", version: "41" };
  yield change(
    scene(production),
    "lambda",
    "PublishVersion20150331",
    { functionName: "card-scoring" },
    version,
  );
  const stream = { logGroupName: "/ml-platform/inference", logStreamName: "manual-check" };
  yield change(scene(production), "logs", "CreateLogStream", stream);
  const role = { path: "/aws-service-role/batch.amazonaws.com/", roleName: "AWSServiceRoleForBatch" };
  const asked = { aWSServiceName: "batch.amazonaws.com" };
  yield change(scene(production), "iam", "CreateServiceLinkedRole", asked, { role });
}
