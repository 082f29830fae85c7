import { dynamodbItems } from "@tagledger/adapters/dynamodb/items";
import type { StoreContract } from "../../contracts/stores/with-store.ts";
import { localClient, makeTable, removeTable } from "./tables.ts";

/** Holds DynamoDB Local to a contract: each use has a table of its own. */
export function holdDynamodbTo(contract: StoreContract): void {
  contract("DynamoDB", async (use) => {
    const client = localClient();
    const table = await makeTable(client);
    try {
      await use(dynamodbItems({ client, table }, { random: Math.random, sleep: async () => {} }));
    } finally {
      await removeTable(client, table);
      client.destroy();
    }
  });
}
