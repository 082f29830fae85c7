import { CreateTableCommand, DescribeTimeToLiveCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createTable } from "@tagledger/adapters/dynamodb/create-table";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import { tableDefinition } from "@tagledger/adapters/dynamodb/table";
import { claim, START } from "@tagledger/core/ledger/testing/records";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { localClient, removeTable } from "./local/tables.ts";

let client: DynamoDBClient;

beforeEach(() => {
  client = localClient();
});

afterEach(() => client.destroy());

test("a table that is created is one for a ledger, and loses what expires", async () => {
  const table = "created";
  await createTable({ client, table });
  const ledger = dynamodbLedger({ client, table });
  expect(await ledger.transact([claim("a", { expires: 4_000_000_000_000 })])).toEqual({ done: true });
  expect(await ledger.event("a", START)).not.toBeNull();
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: table }));
  expect(TimeToLiveDescription).toMatchObject({ AttributeName: "expires", TimeToLiveStatus: "ENABLED" });
  await expect(createTable({ client, table })).rejects.toMatchObject({
    code: "outside-failure",
    message: expect.stringContaining("the DynamoDB table created in eu-central-1 exists already"),
  });
  await removeTable(client, table);
});

describe("a ledger says what is wrong", () => {
  const failure = (message: string) => ({
    code: "outside-failure",
    message: expect.stringContaining(message),
    fields: expect.objectContaining({ region: "eu-central-1" }),
  });

  test("where there is no table", async () => {
    const ledger = dynamodbLedger({ client, table: "missing" });
    const wanted = failure(
      "the DynamoDB table missing in eu-central-1 does not exist: check its name, the region and the account (ResourceNotFoundException",
    );
    await expect(ledger.event("a", START)).rejects.toMatchObject(wanted);
    await expect(ledger.resources({ limit: 1 })).rejects.toMatchObject(wanted);
    await expect(ledger.transact([claim("a")])).rejects.toMatchObject(wanted);
    await expect(ledger.transact([claim("a"), claim("b")])).rejects.toMatchObject(wanted);
  });

  test("where the table is of an older version", async () => {
    const table = "older";
    const { GlobalSecondaryIndexes, AttributeDefinitions, ...definition } = tableDefinition(table);
    await client.send(
      new CreateTableCommand({ ...definition, AttributeDefinitions: AttributeDefinitions.slice(0, 2) }),
    );
    await expect(dynamodbLedger({ client, table }).resources({ limit: 1 })).rejects.toMatchObject(
      failure(
        "the DynamoDB table older in eu-central-1 is not made for this version of Tagledger: deploy it again",
      ),
    );
    await removeTable(client, table);
  });

  test("where nobody answers", async () => {
    // The discard service, which no machine runs.
    const unreachable = localClient({ endpoint: "http://127.0.0.1:9", maxAttempts: 1 });
    await expect(
      dynamodbLedger({ client: unreachable, table: "ledger" }).event("a", START),
    ).rejects.toMatchObject(
      failure(
        "the DynamoDB table ledger in eu-central-1 cannot be reached: check the network and the region",
      ),
    );
  });
});
