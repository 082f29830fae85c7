import { randomUUID } from "node:crypto";
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from "@aws-sdk/client-dynamodb";
import { tableDefinition } from "@tagledger/adapters/dynamodb/table";
import { inject } from "vitest";

/** A client of DynamoDB Local. */
export function localClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: inject("dynamodb"),
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    ...config,
  });
}

/** Makes a table for a ledger. Nothing is removed from it by itself, because what tests write expired long ago. */
export async function makeTable(client: DynamoDBClient): Promise<string> {
  const name = `ledger-${randomUUID()}`;
  await client.send(new CreateTableCommand(tableDefinition(name)));
  return name;
}

/** Removes a table with all it holds. */
export async function removeTable(client: DynamoDBClient, table: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: table }));
}
