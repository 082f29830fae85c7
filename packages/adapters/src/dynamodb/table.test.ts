import { expect, test } from "vitest";
import { INDEXES } from "../ledger/items.ts";
import { tableDefinition, timeToLive } from "./table.ts";

test("has an index for each order, with all that is read there", () => {
  const { GlobalSecondaryIndexes } = tableDefinition("ledger");
  expect(GlobalSecondaryIndexes.map(({ IndexName }) => IndexName)).toEqual(INDEXES);
  expect(GlobalSecondaryIndexes[0]).toEqual({
    IndexName: "team",
    KeySchema: [
      { AttributeName: "team_PK", KeyType: "HASH" },
      { AttributeName: "team_SK", KeyType: "RANGE" },
    ],
    Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["version", "body"] },
  });
});

test("defines every attribute of a key as text, and no other", () => {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = tableDefinition("ledger");
  const keys = [KeySchema, ...GlobalSecondaryIndexes.map((index) => index.KeySchema)].flat();
  expect(AttributeDefinitions).toEqual(
    keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: "S" })),
  );
});

test("costs nothing while nobody asks", () => {
  expect(tableDefinition("ledger")).toMatchObject({ TableName: "ledger", BillingMode: "PAY_PER_REQUEST" });
});

test("lets DynamoDB remove what expires", () => {
  expect(timeToLive("ledger")).toEqual({
    TableName: "ledger",
    TimeToLiveSpecification: { AttributeName: "expires", Enabled: true },
  });
});
