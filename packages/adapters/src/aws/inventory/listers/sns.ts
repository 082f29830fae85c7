import { paginateListTopics, SNSClient } from "@aws-sdk/client-sns";
import { listPages } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Lists SNS. */
export const sns: Lister = {
  types: ["sns:topic"],
  calls: ["sns:ListTopics"],
  list: (clients) =>
    listPages(clients, paginateListTopics({ client: clients.of(SNSClient) }, {}), ({ Topics }) =>
      Topics?.map(({ TopicArn }) => TopicArn),
    ),
};
