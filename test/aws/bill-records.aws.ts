import { dynamodbItems } from "@tagledger/adapters/dynamodb/items";
import { billRecordsContract } from "../contracts/bills/contract.ts";
import { localClient, makeTable, removeTable } from "./local/tables.ts";

billRecordsContract("DynamoDB", async (use) => {
  const client = localClient();
  const table = await makeTable(client);
  try {
    await use(dynamodbItems({ client, table }, { random: Math.random, sleep: async () => {} }));
  } finally {
    await removeTable(client, table);
    client.destroy();
  }
});
