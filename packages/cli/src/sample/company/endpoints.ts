import { DAY, HOUR, type Span } from "../month.ts";
import type { Random } from "../random.ts";
import { ACCOUNTS, type Account } from "./accounts.ts";
import { PLANS, type SavingsPlan } from "./commitments.ts";
import type { MachineName } from "./machines.ts";
import { REGIONS } from "./regions.ts";
import { named, type Resource } from "./resource.ts";
import { cleanTags, type Purpose, type Tags, usualTags } from "./tags.ts";
import { session, TEAMS, type Team } from "./teams.ts";

/** One SageMaker endpoint. */
export interface Endpoint extends Resource {
  readonly name: string;
  readonly machine: MachineName;
  readonly instances: number;
  /** How many instances stay from midnight to six. */
  readonly atNight: number;
  readonly plan?: SavingsPlan;
}

type Size = readonly [machine: MachineName, instances: number, atNight?: number, plan?: SavingsPlan];

const LONG: Span = { from: -100 * DAY, until: 4000 * DAY };

/** The endpoints that serve models. */
export function createEndpoints(random: Random): Endpoint[] {
  const { fraud, personalization, forecasting, documents, platform } = TEAMS;
  const { production, development } = ACCOUNTS;
  const serve = (team: Team, project: string, size: Size, environment: Purpose["environment"] = "prod") => {
    const purpose = { team, project, workload: "inference", environment } as const;
    // What serves customers was tagged with care; the rest was not.
    const tags = environment === "prod" ? cleanTags(purpose) : usualTags(random, purpose);
    return endpoint(
      `${project}-${environment}`,
      team.serving,
      tags,
      session(team.serving, team, "pipeline"),
      size,
    );
  };
  const byHand = (name: string, account: Account, tags: Tags, size: Size, life: Span) =>
    endpoint(name, account, tags, session(account, documents, random.pick(documents.engineers)), size, life);
  const legacy = {
    ...cleanTags({ team: documents, project: "ocr", workload: "inference", environment: "prod" }),
  };
  const tried = { from: random.integer(3, 8) * DAY + 11 * HOUR, until: random.integer(20, 27) * DAY };
  return [
    serve(fraud, "card-screening", ["ml.c6i.2xlarge", 6]),
    serve(fraud, "account-takeover", ["ml.g5.2xlarge", 4]),
    serve(fraud, "account-takeover", ["ml.g5.2xlarge", 1], "staging"),
    serve(personalization, "home-ranking", ["ml.g5.2xlarge", 10, 7]),
    serve(personalization, "search-ranking", ["ml.g5.12xlarge", 3, 3, PLANS.sagemaker]),
    serve(personalization, "email-recommendations", ["ml.g5.2xlarge", 2], "dev"),
    serve(forecasting, "store-demand", ["ml.m5.4xlarge", 4]),
    serve(forecasting, "promo-uplift", ["ml.g5.2xlarge", 2], "staging"),
    serve(documents, "invoice-extraction", ["ml.g5.12xlarge", 6, 5, PLANS.sagemaker]),
    serve(documents, "contract-review", ["ml.g5.48xlarge", 2]),
    serve(documents, "support-summaries", ["ml.g5.12xlarge", 2, 2, PLANS.sagemaker]),
    serve(platform, "embeddings", ["ml.inf2.8xlarge", 4]),
    byHand("ocr-legacy", production, { ...legacy, "ml-team": "vision" }, ["ml.g5.12xlarge", 1], LONG),
    byHand("test-endpoint-2", production, {}, ["ml.g5.2xlarge", 2], LONG),
    byHand("summary-demo", development, { owner: "nadia.ferro" }, ["ml.g5.2xlarge", 1], tried),
  ];
}

function endpoint(
  name: string,
  account: Account,
  tags: Tags,
  creator: string,
  size: Size,
  life = LONG,
): Endpoint {
  const [machine, instances, atNight = instances, plan] = size;
  const origin = { account, region: REGIONS.virginia, tags, creator, life };
  return {
    name,
    machine,
    instances,
    atNight,
    ...(plan ? { plan } : {}),
    ...named("sagemaker:endpoint", `endpoint/${name}`, origin),
  };
}
