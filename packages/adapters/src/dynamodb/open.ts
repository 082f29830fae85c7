import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Ledger } from "@tagledger/core/ports";
import { dynamodbLedger } from "./ledger.ts";

/**
 * Opens the ledger in a table, in the account and region that the SDK finds by itself; to close it ends its connections.
 *
 * @example const ledger = openDynamodbLedger("tagledger")
 */
export function openDynamodbLedger(table: string): Ledger {
  const client = new DynamoDBClient({});
  const ledger = dynamodbLedger({ client, table });
  return {
    ...ledger,
    async close() {
      await ledger.close();
      client.destroy();
    },
  };
}
