/** What AWS charges for something. */
export interface Price {
  /** US dollars, exactly as they are quoted. */
  readonly usd: string;
  /** For so many of the unit. */
  readonly per: bigint;
  readonly unit: string;
  /** The page of AWS that lists it. */
  readonly listed: string;
  /** What quoted it, where the page itself was not read; null where nothing was found that does. */
  readonly quoted: string | null;
}

/** The only region whose prices are known: they differ from one region to another by no rule. */
export const REGION = "us-east-1";
/** When the quotations were looked up. */
export const LOOKED_UP = "2026-11-21";

const GIB = 1n << 30n;
const MILLION = 1_000_000n;

function listed(service: string, quoted: string | null) {
  return { listed: `https://aws.amazon.com/${service}/pricing/`, quoted };
}

const lambda = listed(
  "lambda",
  "https://git.mcrn.ar/mariano/lambda_local_runner (docs/lambdas-md/lambda-13-cost.md)",
);
const dynamodb = listed("dynamodb", "https://airbyte.com/data-engineering-resources/dynamodb-pricing");
const cloudwatch = "https://signoz.io/guides/cloudwatch-pricing";
const factual = "https://www.factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards/";
const infracost = "https://github.com/vreutova/infracost-idem-support/pull/2";
const cloudfront = "https://aws.amazon.com/cloudfront/pricing/";
const eventbridge = listed("eventbridge", "https://cloudburn.io/blog/amazon-eventbridge-pricing");

/** On demand, beyond what is free, before any discount. */
export const PRICES = {
  invocation: { usd: "0.20", per: MILLION, unit: "invocations", ...lambda },
  // Of arm64, in the unit in which it is reckoned here: a MiB for a microsecond.
  compute: { usd: "0.0000133334", per: 1024n * MILLION, unit: "MiB × µs", ...lambda },
  trace: {
    usd: "5.00",
    per: MILLION,
    unit: "traces",
    ...listed("xray", "https://aws.amazon.com/xray/pricing/"),
  },
  queueRequest: {
    usd: "0.40",
    per: MILLION,
    unit: "requests",
    ...listed("sqs", "https://cloudburn.io/blog/amazon-sqs-pricing"),
  },
  event: { usd: "1.00", per: MILLION, unit: "events", ...eventbridge },
  scheduled: { usd: "1.00", per: MILLION, unit: "invocations", ...eventbridge },
  writeUnit: { usd: "0.625", per: MILLION, unit: "write units", ...dynamodb },
  readUnit: { usd: "0.125", per: MILLION, unit: "read units", ...dynamodb },
  tableStorage: {
    usd: "0.25",
    per: GIB,
    unit: "bytes",
    ...listed("dynamodb", "https://aws.amazon.com/dynamodb/pricing/"),
  },
  tableRecovery: { usd: "0.20", per: GIB, unit: "bytes", ...listed("dynamodb", null) },
  keyRequest: {
    usd: "0.03",
    per: 10_000n,
    unit: "requests",
    ...listed("kms", "https://www.wring.co/blog/aws-kms-pricing-guide"),
  },
  objectStored: { usd: "0.023", per: GIB, unit: "bytes", ...listed("s3", null) },
  objectRead: {
    usd: "0.0004",
    per: 1_000n,
    unit: "requests",
    ...listed(
      "s3",
      "https://devnotes.tech/understanding-aws-s3-pricing-a-complete-cost-breakdown-with-examples",
    ),
  },
  logTaken: { usd: "0.50", per: GIB, unit: "bytes", ...listed("cloudwatch", factual) },
  logKept: { usd: "0.03", per: GIB, unit: "bytes", ...listed("cloudwatch", infracost) },
  metric: { usd: "0.30", per: 1n, unit: "metrics", ...listed("cloudwatch", cloudwatch) },
  alarm: { usd: "0.10", per: 1n, unit: "alarms", ...listed("cloudwatch", infracost) },
  dashboard: { usd: "3.00", per: 1n, unit: "pages", ...listed("cloudwatch", factual) },
  apiRequest: {
    usd: "1.00",
    per: MILLION,
    unit: "requests",
    ...listed("api-gateway", "https://awsforengineers.com/blog/aws-api-gateway-pricing-explained"),
  },
  edgeRequest: { usd: "0.0100", per: 10_000n, unit: "requests", ...listed("cloudfront", null) },
  edgeTransfer: { usd: "0.085", per: GIB, unit: "bytes", ...listed("cloudfront", cloudfront) },
  mail: {
    usd: "2.00",
    per: 100_000n,
    unit: "mails",
    ...listed("sns", "https://www.factualminds.com/blog/amazon-sns-pricing-publishes-fanout-protocols/"),
  },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof PRICES;
