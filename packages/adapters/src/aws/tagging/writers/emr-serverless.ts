import {
  EMRServerlessClient,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-emr-serverless";
import { writeEach } from "../write-each.ts";

/** Writes to EMR Serverless. */
export const emrServerless = writeEach("emr-serverless:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(EMRServerlessClient).send(new TagResourceCommand({ resourceArn: arn, tags })),
  remove: (clients, { arn }, keys) =>
    clients.of(EMRServerlessClient).send(new UntagResourceCommand({ resourceArn: arn, tagKeys: keys })),
});
