import { CloudWatchLogsClient, ListTagsForResourceCommand } from "@aws-sdk/client-cloudwatch-logs";
import { readEach } from "../read-each.ts";

/** Reads CloudWatch Logs. */
export const logs = readEach("logs:ListTagsForResource", async (clients, { arn }) => {
  const { tags } = await clients
    .of(CloudWatchLogsClient)
    .send(new ListTagsForResourceCommand({ resourceArn: arn }));
  return tags ?? {};
});
