import { dynamodbStores } from "@tagledger/adapters/dynamodb/ledger";
import { billRecordsContract } from "../contracts/bills/contract.ts";
import { localClient, makeTable, removeTable } from "./local/tables.ts";

billRecordsContract("DynamoDB", async (use) => {
  const client = localClient();
  const table = await makeTable(client);
  try {
    await use(dynamodbStores({ client, table }).bills);
  } finally {
    await removeTable(client, table);
    client.destroy();
  }
});
