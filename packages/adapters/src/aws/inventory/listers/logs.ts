import { CloudWatchLogsClient, paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import { listPages } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Lists log groups, by the ARN without the asterisk that stands for their streams. */
export const logs: Lister = {
  types: ["logs:log-group"],
  calls: ["logs:DescribeLogGroups"],
  list: (clients) =>
    listPages(
      clients,
      paginateDescribeLogGroups({ client: clients.of(CloudWatchLogsClient) }, {}),
      ({ logGroups }) => logGroups?.map(({ logGroupArn, arn }) => logGroupArn ?? arn?.replace(/:\*$/, "")),
    ),
};
