import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { awsClients } from "@tagledger/adapters/aws/inventory/clients";
import { cloudwatchUsage } from "@tagledger/adapters/usage/cloudwatch/source";
import { HOUR } from "@tagledger/adapters/usage/hours";
import type { CloudwatchSource } from "@tagledger/core/config/definition/usage/cloudwatch";
import { formatAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";

const SEPTEMBER = parsePeriod("2026-09");
const SOURCE: CloudwatchSource = { kind: "cloudwatch", namespace: "Store", pool: "store", dimension: "team" };

let moto: Moto;
let client: CloudWatchClient;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const place = { account: MOTO_ACCOUNT, region: "eu-central-1" };
  client = awsClients({ ...place, endpoint: moto.endpoint, credentials }).of(CloudWatchClient);
  await put("Reads", 0, 3, { team: "fraud", stage: "prod" });
  await put("Reads", 0.5, 4, { team: "fraud", stage: "prod" });
  await put("Reads", 30, 5.25, { team: "fraud", stage: "prod" });
  await put("Reads", 1, 100, { team: "fraud", stage: "dev" });
  await put("Reads", 1, 2, { team: "vision", stage: "prod" });
  await put("Reads", 1, 1000, { stage: "prod" });
  await put("Reads", -1, 9, { team: "vision", stage: "prod" });
  await put("Writes", 2, 6, { team: "vision", stage: "prod" });
  // Of a metric with dimensions moto does not look at the namespace, so another one has another name.
  await put("Lookups", 2, 50, { team: "vision", stage: "prod" }, "Others");
});
afterAll(() => moto?.stop());

async function put(name: string, hour: number, value: number, dimensions: object, namespace = "Store") {
  const Timestamp = new Date(SEPTEMBER.start + hour * HOUR);
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const MetricData = [{ MetricName: name, Timestamp, Value: value, Dimensions }];
  await client.send(new PutMetricDataCommand({ Namespace: namespace, MetricData }));
}

async function read(changes: Partial<CloudwatchSource>) {
  const { rows, coverage } = await cloudwatchUsage({
    source: { ...SOURCE, ...changes },
    pools: [
      {
        name: "store",
        method: "usage",
        metric: { reads: "1", writes: "5" },
        idle: "share",
        includeTagged: false,
        onMissingUsage: "hold",
      },
    ],
    teams: ["fraud", "vision", "idle-team"],
    client,
    now: () => SEPTEMBER.end,
    sleep: async () => {},
    random: () => 1,
  }).read({ period: SEPTEMBER, until: SEPTEMBER.end });
  const told = rows.map(
    ({ start, team, metric, quantity }) =>
      `${team} ${metric} ${(start - SEPTEMBER.start) / HOUR} ${formatAmount(quantity)}`,
  );
  return { told: told.sort(), hours: coverage.map(({ metric, hours, of }) => `${metric} ${hours}/${of}`) };
}

test("the teams' own metrics are summed where the further dimensions hold", async () => {
  const metrics = { reads: "Reads", writes: "Writes" };
  expect(await read({ metrics, where: { stage: "prod" } })).toEqual({
    told: ["fraud reads 0 7", "fraud reads 24 5.25", "vision reads 0 2", "vision writes 0 6"],
    hours: ["reads 3/720", "writes 1/720"],
  });
});

test("without further dimensions all stages of a team are summed", async () => {
  expect((await read({ metrics: { reads: "Reads" } })).told).toEqual([
    "fraud reads 0 107",
    "fraud reads 24 5.25",
    "vision reads 0 2",
  ]);
});

test("a metric that nobody publishes gives nothing, and no hour is known", async () => {
  expect(await read({ metrics: { reads: "Lookups" } })).toEqual({ told: [], hours: ["reads 0/720"] });
});

test("metrics are called as the pool calls them where nothing else is said", async () => {
  expect(await read({})).toEqual({ told: [], hours: ["reads 0/720", "writes 0/720"] });
});
