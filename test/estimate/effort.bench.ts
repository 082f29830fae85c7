import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import { afterAll, beforeAll, test } from "vitest";
import { onDue } from "../../functions/on-due.ts";
import { onResourceEvent } from "../../functions/on-resource-event.ts";
import { onSweep } from "../../functions/sweep.ts";
import { requireJava } from "../aws/local/java.ts";
import { type LocalDynamodb, startDynamodb } from "../aws/local/process.ts";
import { makeTable, removeTable } from "../aws/local/tables.ts";
import { calmCloud } from "../functions/cloud.ts";
import { makeContext } from "../functions/context.ts";
import { batchOf, envelopedText, SCHEDULED } from "../functions/invocations.ts";
import { configured, GOOD, makeSystem, START } from "../functions/system.ts";
import { deliveries } from "../load/day.ts";
import { effortOf } from "../load/effort.ts";
import { KINDS } from "../world/kinds.ts";
import { writtenBy } from "./written.ts";

const [WARM, EVENTS, RUNS, RESOURCES, SWEEPS] = [200, 1000, 300, 300, 3];

let dynamodb: LocalDynamodb;

beforeAll(async () => {
  requireJava();
  dynamodb = await startDynamodb();
});

afterAll(() => dynamodb?.stop());

test("processor time of functions that are warm, on DynamoDB Local", { timeout: 600_000 }, async () => {
  const client = new DynamoDBClient({
    endpoint: dynamodb.endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const table = await makeTable(client);
  const cloud = calmCloud();
  const config = configured("{ default: { mode: observe, grace: 1h } }");
  const system = makeSystem(cloud, START, { config, kept: dynamodbLedger({ client, table }) });
  for (let place = 0; place < RESOURCES; place++) cloud.become(KINDS.queue.arn(`jobs-${place}`), GOOD);
  const told: string[] = [];
  const time = async (what: string, times: number, act: () => Promise<unknown>) => {
    const effort = await effortOf(async () => {
      await act();
    });
    told.push(`${what}: ${((effort.own / times) * 1e6).toFixed(0)} µs of our processor time for each`);
  };
  await writtenBy(async () => {
    const [event, due] = [onResourceEvent(async () => system), onDue(async () => system)];
    const sweep = onSweep(async () => system);
    const day = deliveries(WARM + EVENTS).map(({ text }) => batchOf(envelopedText(text)));
    for (const batch of day.slice(0, WARM)) await event(batch, makeContext());
    await time("a batch of one event", day.length - WARM, async () => {
      for (const batch of day.slice(WARM)) await event(batch, makeContext());
    });
    await due(SCHEDULED, makeContext());
    await time("a run of what is due where little is", RUNS, async () => {
      for (let run = 0; run < RUNS; run++) await due(SCHEDULED, makeContext());
    });
    await sweep(SCHEDULED, makeContext());
    await time("a resource that a sweep finds", SWEEPS * RESOURCES, async () => {
      for (let run = 0; run < SWEEPS; run++) await sweep(SCHEDULED, makeContext());
    });
  });
  for (const line of told) console.log(line);
  await removeTable(client, table);
  client.destroy();
});
