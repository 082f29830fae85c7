import { AddTagsCommand, EMRClient, RemoveTagsCommand } from "@aws-sdk/client-emr";
import { tagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to EMR. */
export const elasticmapreduce = writeEach("elasticmapreduce:AddTags", {
  set: (clients, { id }, tags) =>
    clients.of(EMRClient).send(new AddTagsCommand({ ResourceId: id, Tags: tagList(tags) })),
  remove: (clients, { id }, keys) =>
    clients.of(EMRClient).send(new RemoveTagsCommand({ ResourceId: id, TagKeys: keys })),
});
