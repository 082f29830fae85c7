import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Stores } from "../ledger/stores.ts";
import { dynamodbStores } from "./stores.ts";

/**
 * Opens the ledger in a table with all that stands beside it, in the account and region that the SDK finds by itself; to
 * close the ledger ends the connections of all.
 *
 * @example const { ledger, bills, snapshots } = openDynamodbStores("tagledger")
 */
export function openDynamodbStores(table: string): Stores {
  const client = new DynamoDBClient({});
  const { ledger, ...others } = dynamodbStores({ client, table });
  return {
    ...others,
    ledger: {
      ...ledger,
      async close() {
        await ledger.close();
        client.destroy();
      },
    },
  };
}
