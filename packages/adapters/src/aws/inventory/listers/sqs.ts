import { paginateListQueues, SQSClient } from "@aws-sdk/client-sqs";
import { arnOf, listPages } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** As many as a page holds; without a limit there is but one. */
const PAGE = 1000;

/** Lists SQS, which knows its queues by URLs that end in their names. */
export const sqs: Lister = {
  types: ["sqs:queue"],
  calls: ["sqs:ListQueues"],
  list: (clients) =>
    listPages(
      clients,
      paginateListQueues({ client: clients.of(SQSClient) }, { MaxResults: PAGE }),
      ({ QueueUrls }) => QueueUrls?.map((url) => arnOf(clients, "sqs", url.slice(url.lastIndexOf("/") + 1))),
    ),
};
