import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import type { Ledger } from "@tagledger/core/ports";
import { onTestFinished } from "vitest";
import { localClient, makeTable, removeTable } from "../local/tables.ts";

/** What a company's ledger may be, by name; each is gone when the test is over that opened it. */
export const LEDGERS: readonly (readonly [string, () => Promise<Ledger>])[] = [
  ["memory", async () => memoryLedger()],
  ["DynamoDB", dynamodb],
];

async function dynamodb(): Promise<Ledger> {
  const client = localClient();
  const table = await makeTable(client);
  onTestFinished(async () => {
    await removeTable(client, table);
    client.destroy();
  });
  return dynamodbLedger({ client, table });
}
