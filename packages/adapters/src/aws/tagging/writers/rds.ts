import { AddTagsToResourceCommand, RDSClient, RemoveTagsFromResourceCommand } from "@aws-sdk/client-rds";
import { tagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to RDS, and with it DocumentDB and Neptune. */
export const rds = writeEach("rds:AddTagsToResource", {
  set: (clients, { arn }, tags) =>
    clients.of(RDSClient).send(new AddTagsToResourceCommand({ ResourceName: arn, Tags: tagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(RDSClient).send(new RemoveTagsFromResourceCommand({ ResourceName: arn, TagKeys: keys })),
});
