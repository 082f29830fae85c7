import { AppRunnerClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-apprunner";
import { tagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to App Runner. */
export const apprunner = writeEach("apprunner:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(AppRunnerClient).send(new TagResourceCommand({ ResourceArn: arn, Tags: tagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(AppRunnerClient).send(new UntagResourceCommand({ ResourceArn: arn, TagKeys: keys })),
});
