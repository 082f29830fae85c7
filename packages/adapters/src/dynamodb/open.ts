import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Stores } from "../ledger/stores.ts";
import { dynamodbStores } from "./ledger.ts";

/**
 * Opens the ledger in a table and what is known of bills, in the account and region that the SDK finds by itself; to
 * close the ledger ends the connections of both.
 *
 * @example const { ledger, bills } = openDynamodbStores("tagledger")
 */
export function openDynamodbStores(table: string): Stores {
  const client = new DynamoDBClient({});
  const { ledger, bills } = dynamodbStores({ client, table });
  return {
    bills,
    ledger: {
      ...ledger,
      async close() {
        await ledger.close();
        client.destroy();
      },
    },
  };
}
