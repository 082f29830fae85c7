import { DeleteItemCommand, type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import type { Ledger } from "@tagledger/core/ports";
import type { Store } from "../../contracts/ledger/stores.ts";
import { localClient, makeTable, removeTable } from "./tables.ts";

/** DynamoDB, which has to keep the contract as all others do. */
export const DYNAMODB: Store = {
  name: "DynamoDB",
  durable: true,
  async makePlace() {
    const client = localClient();
    const table = await makeTable(client);
    return {
      open: async () => withExpiry(client, table),
      async remove() {
        await removeTable(client, table);
        client.destroy();
      },
    };
  },
};

/** A ledger whose table loses what has expired when it is told to forget, not when DynamoDB comes to it. */
function withExpiry(client: DynamoDBClient, table: string): Ledger {
  const ledger = dynamodbLedger({ client, table });
  return {
    ...ledger,
    async forget(forgetting) {
      const forgotten = await ledger.forget(forgetting);
      await removeExpired(client, table, forgetting.expiredBy);
      return forgotten;
    },
  };
}

async function removeExpired(client: DynamoDBClient, table: string, by: number): Promise<void> {
  // The version of an event or a lease is when it expires, to the millisecond; a lease that was given back counts no more.
  const expired = paginateScan(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      FilterExpression: "attribute_exists(expires) AND version <= :by",
      ExpressionAttributeValues: { ":by": { N: String(by) } },
    },
  );
  for await (const { Items = [] } of expired) {
    for (const { PK = { S: "" }, SK = { S: "" } } of Items) {
      await client.send(new DeleteItemCommand({ TableName: table, Key: { PK, SK } }));
    }
  }
}
