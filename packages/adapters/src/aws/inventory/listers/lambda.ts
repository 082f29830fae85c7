import { LambdaClient, paginateListFunctions } from "@aws-sdk/client-lambda";
import { listPages } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Lists Lambda. */
export const lambda: Lister = {
  types: ["lambda:function"],
  calls: ["lambda:ListFunctions"],
  list: (clients) =>
    listPages(clients, paginateListFunctions({ client: clients.of(LambdaClient) }, {}), ({ Functions }) =>
      Functions?.map(({ FunctionArn }) => FunctionArn),
    ),
};
