import { CreateTagsCommand, DeleteTagsCommand, RedshiftClient } from "@aws-sdk/client-redshift";
import { tagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to Redshift. */
export const redshift = writeEach("redshift:CreateTags", {
  set: (clients, { arn }, tags) =>
    clients.of(RedshiftClient).send(new CreateTagsCommand({ ResourceName: arn, Tags: tagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(RedshiftClient).send(new DeleteTagsCommand({ ResourceName: arn, TagKeys: keys })),
});
