import { afterEach, expect, test } from "vitest";
import { makeSought } from "../inventory/testing/make-sought.ts";
import { dynamodb } from "./dynamodb.ts";
import { clientsOf, closeServices } from "./testing/service.ts";

afterEach(closeServices);

const TABLE = makeSought("dynamodb", "table/features");
const LOWER = dynamodb.remedies["dynamodb:lower-capacity"];

function answering(Table: object, calls: object[] = []) {
  return clientsOf(({ call, given }) => {
    if (call === "UpdateTable") calls.push(given);
    return call === "DescribeTable" ? { Table } : { ScalableTargets: [] };
  });
}

test("a table that is paid by use has no capacity to lower", async () => {
  const clients = await answering({
    TableName: "features",
    TableStatus: "ACTIVE",
    BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
  });
  expect(await dynamodb.inspect(clients, TABLE)).toEqual({
    state: "ACTIVE",
    controller: null,
    conditions: { "on-demand-capacity": true, "scaled-automatically": false },
    remedies: {},
  });
});

test("only what would change is set, for a table refuses what it has", async () => {
  const calls: object[] = [];
  const clients = await answering(
    {
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
      GlobalSecondaryIndexes: [
        { IndexName: "by-day", ProvisionedThroughput: { ReadCapacityUnits: 3, WriteCapacityUnits: 3 } },
      ],
    },
    calls,
  );
  const least = { read: 1, write: 1 };
  await LOWER?.set(clients, TABLE, { table: least, "index:by-day": { read: 3, write: 3 } });
  expect(calls).toEqual([]);
  await LOWER?.set(clients, TABLE, { table: least, "index:by-day": least });
  expect(calls).toEqual([
    {
      TableName: TABLE.arn,
      GlobalSecondaryIndexUpdates: [
        {
          Update: {
            IndexName: "by-day",
            ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
          },
        },
      ],
    },
  ]);
});
