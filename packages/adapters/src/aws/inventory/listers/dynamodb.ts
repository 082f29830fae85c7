import { DynamoDBClient, paginateListTables } from "@aws-sdk/client-dynamodb";
import { arnOf, listPages } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Lists DynamoDB, which knows its tables by name. */
export const dynamodb: Lister = {
  types: ["dynamodb:table"],
  calls: ["dynamodb:ListTables"],
  list: (clients) =>
    listPages(clients, paginateListTables({ client: clients.of(DynamoDBClient) }, {}), ({ TableNames }) =>
      TableNames?.map((name) => arnOf(clients, "dynamodb", `table/${name}`)),
    ),
};
