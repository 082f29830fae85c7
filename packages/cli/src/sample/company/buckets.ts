import { DAY } from "../month.ts";
import type { Random } from "../random.ts";
import { ACCOUNTS, type Account } from "./accounts.ts";
import { REGIONS, type Region } from "./regions.ts";
import { bucket, type Resource } from "./resource.ts";
import { cleanTags, type Tags } from "./tags.ts";
import { session, TEAMS } from "./teams.ts";

/** One bucket and how much it holds on each day of the month. */
export interface Bucket extends Resource {
  readonly name: string;
  readonly gibByDay: readonly number[];
  /** Requests in thousands in the busiest hour. */
  readonly writes: number;
  readonly reads: number;
}

/** The name of the data lake that all teams share. */
export const LAKE = "quillmart-ml-lake";

interface Plan {
  readonly name: string;
  readonly account: Account;
  readonly tags: Tags;
  readonly tib: number;
  readonly region?: Region;
}

const { fraud, documents, platform } = TEAMS;
const { training, data, development, shop } = ACCOUNTS;

const BUCKETS: readonly Plan[] = [
  // Shared, and so nobody's by tag.
  { name: LAKE, account: data, tags: { owner: "data-platform" }, tib: 870 },
  {
    name: "quillmart-fraud-graphs",
    account: training,
    tags: cleanTags({ team: fraud, project: "graph-signals", workload: "training", environment: "prod" }),
    tib: 90,
  },
  // Older than the schema, and its tags cannot be changed: placed by a rule of the configuration.
  {
    name: "quillmart-personalization-clicks",
    account: training,
    tags: { "cost-center": "CC-1002" },
    tib: 140,
  },
  {
    name: "quillmart-forecast-panels",
    account: training,
    tags: { team: "forecasting", "cost-center": "CC-1003" },
    tib: 55,
  },
  {
    name: "quillmart-document-scans",
    account: ACCOUNTS.documents,
    tags: cleanTags({
      team: documents,
      project: "invoice-extraction",
      workload: "data-processing",
      environment: "prod",
    }),
    tib: 160,
  },
  {
    name: "quillmart-model-registry",
    account: training,
    tags: cleanTags({
      team: platform,
      project: "training-platform",
      workload: "training",
      environment: "prod",
    }),
    tib: 38,
  },
  { name: "quillmart-sandbox", account: development, tags: {}, tib: 42 },
  { name: "sagemaker-us-east-1-444455556666", account: development, tags: { "ml-team": "tbd" }, tib: 31 },
  {
    name: "quillmart-shop-media",
    account: shop,
    tags: { "cost-center": "CC-2001" },
    tib: 210,
    region: REGIONS.ireland,
  },
];

/** The buckets, each growing a little every day. */
export function createBuckets(random: Random): Bucket[] {
  return BUCKETS.map(({ name, account, tags, tib, region = REGIONS.virginia }) => {
    const creator = session(account, platform, "pipeline");
    let gib = tib * 1024;
    const gibByDay = Array.from({ length: 30 }, () => (gib += random.integer(tib, tib * 6)));
    const busiest = name === LAKE ? 900 : random.integer(20, 120);
    return {
      name,
      gibByDay,
      writes: busiest,
      reads: busiest * random.integer(6, 14),
      ...bucket(name, { account, region, tags, creator, life: { from: -700 * DAY, until: 4000 * DAY } }),
    };
  });
}
