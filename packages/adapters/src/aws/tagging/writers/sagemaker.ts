import { AddTagsCommand, DeleteTagsCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { tagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to SageMaker. */
export const sagemaker = writeEach("sagemaker:AddTags", {
  set: (clients, { arn }, tags) =>
    clients.of(SageMakerClient).send(new AddTagsCommand({ ResourceArn: arn, Tags: tagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(SageMakerClient).send(new DeleteTagsCommand({ ResourceArn: arn, TagKeys: keys })),
});
