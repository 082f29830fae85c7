import {
  CloudWatchLogsClient,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { writeEach } from "../write-each.ts";

/** Writes to CloudWatch Logs. */
export const logs = writeEach("logs:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(CloudWatchLogsClient).send(new TagResourceCommand({ resourceArn: bare(arn), tags })),
  remove: (clients, { arn }, keys) =>
    clients
      .of(CloudWatchLogsClient)
      .send(new UntagResourceCommand({ resourceArn: bare(arn), tagKeys: keys })),
});

/** The ARN of a group may end with what stands for its streams, which this call does not take. */
function bare(arn: string): string {
  return arn.replace(/:\*$/, "");
}
