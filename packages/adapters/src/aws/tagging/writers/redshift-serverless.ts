import {
  RedshiftServerlessClient,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-redshift-serverless";
import { smallTagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to Redshift Serverless. */
export const redshiftServerless = writeEach("redshift-serverless:TagResource", {
  set: (clients, { arn }, tags) =>
    clients
      .of(RedshiftServerlessClient)
      .send(new TagResourceCommand({ resourceArn: arn, tags: smallTagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(RedshiftServerlessClient).send(new UntagResourceCommand({ resourceArn: arn, tagKeys: keys })),
});
