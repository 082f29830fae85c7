import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import { ledgerIn } from "@tagledger/adapters/ledger/ledger";
import { memoryItems } from "@tagledger/adapters/memory/items";
import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { actorOf } from "@tagledger/core/catalog/actor";
import { isUnreadable, parseEvent } from "@tagledger/core/catalog/event";
import { extract } from "@tagledger/core/catalog/extract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requireJava } from "./aws/local/java.ts";
import { type LocalDynamodb, startDynamodb } from "./aws/local/process.ts";
import { makeTable, removeTable } from "./aws/local/tables.ts";
import { deliveries } from "./load/day.ts";
import { effortOf, effortText } from "./load/effort.ts";
import { known, takeIn } from "./load/take-in.ts";
import { counted, noUnits, plusUnits, type Units } from "./load/units.ts";

/** Different events; fewer with `BENCH_EVENTS=5000 npm run bench`. */
const EVENTS = Number(process.env.BENCH_EVENTS ?? 50_000);
/** Enough to tell how long one takes. */
const FEW = Math.min(EVENTS, 1000);
const AT_ONCE = 16;

/** What takes minutes is done once. */
const ONCE = { iterations: 1, time: 0, warmup: false };
const PATIENCE = 1_800_000;

let dynamodb: LocalDynamodb;

beforeAll(async () => {
  requireJava();
  dynamodb = await startDynamodb();
});

afterAll(() => dynamodb?.stop());

test(`${EVENTS.toLocaleString("en")} events in memory`, { timeout: PATIENCE }, async ({ bench }) => {
  const day = deliveries(EVENTS);
  const read = () => {
    for (const { text } of day) {
      const event = parseEvent(JSON.parse(text));
      if (isUnreadable(event)) throw new TypeError(event.unreadable);
      actorOf(event);
      extract(event);
    }
  };
  const enforceAll = async () => {
    const effort = await effortOf(() => takeIn(memoryLedger(), day));
    console.log(`in memory: ${effortText(day.length, effort)}`);
  };
  await bench.compare(
    bench("JSON.parse, parse, extract", read),
    bench("enforce on the ledger in memory", enforceAll),
    ONCE,
  );
});

test.each([
  { events: FEW, atOnce: 1 },
  { events: EVENTS, atOnce: AT_ONCE },
])("$events events on DynamoDB Local, $atOnce at once", { timeout: PATIENCE }, async ({ events, atOnce }) => {
  const client = new DynamoDBClient({
    endpoint: dynamodb.endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const table = await makeTable(client);
  const [ledger, expected, day] = [dynamodbLedger({ client, table }), memoryLedger(), deliveries(events)];
  const done: string[] = [];

  const effort = await effortOf(
    () => takeIn(ledger, day, { atOnce, heed: (_, { eventId, again }) => again || done.push(eventId) }),
    dynamodb.pid,
  );

  console.log(`on DynamoDB Local, ${atOnce} at once: ${effortText(day.length, effort)}`);
  // Nothing is lost, and nothing counts twice.
  expect(new Set(done).size).toBe(events);
  expect(done).toHaveLength(events);
  await takeIn(expected, day);
  expect(await known(ledger)).toEqual(await known(expected));
  await removeTable(client, table);
  client.destroy();
});

test("what DynamoDB charges for", { timeout: PATIENCE }, async () => {
  let asked = noUnits();
  const kinds = new Map<string, { events: number; units: Units }>();
  const ledger = ledgerIn(counted(memoryItems(), () => asked));
  await takeIn(ledger, deliveries(Math.min(EVENTS, 10_000)), {
    heed({ tells }, { again }) {
      for (const kind of [again ? `${tells}, again` : tells, "any event"]) {
        const { events, units } = kinds.get(kind) ?? { events: 0, units: noUnits() };
        kinds.set(kind, { events: events + 1, units: plusUnits(units, asked) });
      }
      asked = noUnits();
    },
  });
  for (const [kind, { events, units }] of kinds) {
    const each = Object.entries(units).map(([what, sum]) => `${what} ${(sum / events).toFixed(1)}`);
    console.log(`${kind}: ${each.join(", ")}`);
  }
});
