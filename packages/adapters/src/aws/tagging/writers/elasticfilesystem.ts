import { EFSClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-efs";
import { tagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to EFS. */
export const elasticfilesystem = writeEach("elasticfilesystem:TagResource", {
  set: (clients, { id }, tags) =>
    clients.of(EFSClient).send(new TagResourceCommand({ ResourceId: id, Tags: tagList(tags) })),
  remove: (clients, { id }, keys) =>
    clients.of(EFSClient).send(new UntagResourceCommand({ ResourceId: id, TagKeys: keys })),
});
