import type { ConsumedCapacity, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamodbStores } from "@tagledger/adapters/dynamodb/stores";
import { afterEach, beforeEach, expect, test } from "vitest";
import { streamed } from "../contracts/bills/days.ts";
import { EXPORT, PERIOD, publish, VISION } from "../contracts/bills/published.ts";
import { teamMonth } from "../contracts/bills/team-month.ts";
import { type Consumed, consumedBy } from "./local/middleware.ts";
import { localClient, makeTable, removeTable } from "./local/tables.ts";

let client: DynamoDBClient;
let table: string;
let consumed: readonly Consumed[];

beforeEach(async () => {
  client = localClient();
  table = await makeTable(client);
  consumed = consumedBy(client);
});

afterEach(async () => {
  await removeTable(client, table);
  client.destroy();
});

const DAYS = teamMonth(VISION);
const CELLS = DAYS.reduce((sum, { cells }) => sum + cells.length, 0);
const units = (some: readonly Consumed[]) =>
  some.reduce(
    (sum, { capacity }: { readonly capacity: ConsumedCapacity }) => sum + (capacity.CapacityUnits ?? 0),
    0,
  );

test("a month of a team that uses much is one query of at most 40 read units, read as it was written last", async () => {
  const { bills } = dynamodbStores({ client, table });
  await publish(bills, 1, DAYS);
  const before = consumed.length;
  const { days } = await bills.month(VISION, PERIOD);
  expect(days).toEqual(DAYS.map((day) => ({ ...day, export: EXPORT })));
  const reading = consumed.slice(before);
  expect(reading.map(({ command }) => command)).toEqual(["GetItemCommand", "QueryCommand", "GetItemCommand"]);
  const [, query] = reading;
  const read = query?.capacity.CapacityUnits ?? 0;
  console.info(
    `${CELLS} cells of ${DAYS.length} days: ${read} read units, strongly consistent: ${((read * 4096) / CELLS).toFixed(1)} bytes a cell`,
  );
  expect(CELLS / DAYS.length).toBeGreaterThan(790);
  expect((read * 4096) / CELLS).toBeLessThanOrEqual(12);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThanOrEqual(40);
});

test("a refresh that changes nothing writes no days, and one that changes a day writes that one", async () => {
  const { bills } = dynamodbStores({ client, table });
  await publish(bills, 1, DAYS);
  const first = consumed.length;
  const second = { export: EXPORT, period: PERIOD, sequence: 2 };
  expect(await bills.writeDays(second, [1], streamed(DAYS))).toMatchObject({ written: 0, unchanged: 30 });
  const unchanged = consumed.slice(first);
  expect(new Set(unchanged.map(({ command }) => command))).toEqual(new Set(["QueryCommand"]));
  const later = consumed.length;
  const restated = DAYS.map((day) => {
    const { effective = 0n } = day.totals;
    return day.day === 17 ? { ...day, totals: { ...day.totals, effective: effective + 1n } } : day;
  });
  expect(await bills.writeDays(second, [1], streamed(restated))).toMatchObject({ written: 1, unchanged: 29 });
  const writes = consumed.slice(later).filter(({ command }) => command !== "QueryCommand");
  expect(writes.map(({ command }) => command)).toEqual(["PutItemCommand"]);
  console.info(`a changed day of ${Math.round(CELLS / DAYS.length)} cells: ${units(writes)} write units`);
  expect(units(writes)).toBeLessThanOrEqual(10);
});
