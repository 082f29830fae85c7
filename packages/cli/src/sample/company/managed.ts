import { DAY } from "../month.ts";
import { ACCOUNTS, type Account } from "./accounts.ts";
import { REGIONS } from "./regions.ts";
import { named, type Resource } from "./resource.ts";
import { cleanTags, type Purpose, type Tags } from "./tags.ts";
import { session, TEAMS, type Team } from "./teams.ts";

const { fraud, personalization, forecasting, documents, platform } = TEAMS;
const { training, production, data, shop } = ACCOUNTS;

const make = (
  type: string,
  path: string,
  account: Account,
  tags: Tags,
  by: Team,
  region = REGIONS.virginia,
) =>
  named(type, path, {
    account,
    region,
    tags,
    creator: session(account, by, "pipeline"),
    life: { from: -300 * DAY, until: 4000 * DAY },
  });

const prod = (team: Team, project: string, workload: Purpose["workload"]) =>
  cleanTags({ team, project, workload, environment: "prod" });

/** What the company has of services where it has only one or two: databases, streams, functions, registries. */
export function createManaged() {
  const ranking = prod(personalization, "home-ranking", "inference");
  const screening = prod(fraud, "card-screening", "inference");
  const observability = prod(platform, "observability", "inference");
  const shopTags = { "cost-center": "CC-2001" };
  return {
    experiments: make(
      "rds:db",
      "db:experiments",
      data,
      prod(platform, "training-platform", "training"),
      platform,
    ),
    cache: make("elasticache:cluster", "cluster:ranking-cache", production, ranking, personalization),
    graph: make("neptune:db", "db:fraud-graph", production, prod(fraud, "graph-signals", "inference"), fraud),
    vectors: make(
      "es:domain",
      "domain/contract-vectors",
      ACCOUNTS.documents,
      prod(documents, "contract-review", "inference"),
      documents,
    ),
    // Scratch space of the training cluster, used by whoever trains there.
    scratch: make("fsx:file-system", "file-system/fs-0b7d21c94e6f8a350", training, {}, platform),
    images: make("ecr:repository", "repository/ml/training", data, {}, platform),
    bases: make("ecr:repository", "repository/ml/base", data, {}, platform),
    logs: make("logs:log-group", "log-group:/ml-platform/inference", production, observability, platform),
    clusterLogs: make("logs:log-group", "log-group:/aws/eks/ml-serve", production, {}, platform),
    clicks: make("kinesis:stream", "stream/shop-clicks", data, { team: "perso" }, personalization),
    payments: make("kinesis:stream", "stream/payments", data, screening, fraud),
    scorer: make("lambda:function", "function:card-scoring", production, screening, fraud),
    cleaner: make("lambda:function", "function:nightly-cleanup", production, {}, platform),
    etl: make("glue:job", "job/sales-etl", data, {}, forecasting),
    queries: make(
      "athena:workgroup",
      "workgroup/forecasting",
      data,
      { ...prod(forecasting, "promo-uplift", "data-processing"), "ml-team": "FORECASTING" },
      forecasting,
    ),
    key: make("kms:key", "key/2d9e4f10-63b8-47c5-a1f7-90c8b25e6d34", data, {}, platform),
    orders: make("rds:db", "db:shop-orders", shop, shopTags, platform, REGIONS.ireland),
    frontDoor: make(
      "elasticloadbalancing:loadbalancer",
      "loadbalancer/app/shop",
      shop,
      shopTags,
      platform,
      REGIONS.ireland,
    ),
    site: {
      ...make("cloudfront:distribution", "distribution/E2Q9SHOPMART01", shop, shopTags, platform),
      arn: `arn:aws:cloudfront::${shop.id}:distribution/E2Q9SHOPMART01`,
      billedId: `arn:aws:cloudfront::${shop.id}:distribution/E2Q9SHOPMART01`,
    },
  } satisfies Record<string, Resource>;
}
