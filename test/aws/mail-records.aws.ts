import { dynamodbItems } from "@tagledger/adapters/dynamodb/items";
import { mailRecordsContract } from "../contracts/mail/contract.ts";
import { localClient, makeTable, removeTable } from "./local/tables.ts";

mailRecordsContract("DynamoDB", async (use) => {
  const client = localClient();
  const table = await makeTable(client);
  try {
    await use(dynamodbItems({ client, table }, { random: Math.random, sleep: async () => {} }));
  } finally {
    await removeTable(client, table);
    client.destroy();
  }
});
