import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Stores } from "../ledger/stores.ts";
import { dynamodbStores } from "./ledger.ts";

/**
 * Opens the ledger in a table with bills and snapshots, in the account and region that the SDK finds by itself; to
 * close the ledger ends the connections of all.
 *
 * @example const { ledger, bills, snapshots } = openDynamodbStores("tagledger")
 */
export function openDynamodbStores(table: string): Stores {
  const client = new DynamoDBClient({});
  const { ledger, bills, snapshots } = dynamodbStores({ client, table });
  return {
    bills,
    snapshots,
    ledger: {
      ...ledger,
      async close() {
        await ledger.close();
        client.destroy();
      },
    },
  };
}
