import { CreateTagsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { ECSClient, TagResourceCommand as TagService } from "@aws-sdk/client-ecs";
import { LambdaClient, TagResourceCommand as TagFunction } from "@aws-sdk/client-lambda";
import { AddTagsToResourceCommand, RDSClient } from "@aws-sdk/client-rds";
import { PutBucketTaggingCommand, S3Client } from "@aws-sdk/client-s3";
import { AddTagsCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import type { TagMap } from "@tagledger/core/catalog/tags";
import { type Logged, loggedTags, type Made, recordOf, tagList } from "../local/company/made.ts";

/** Tags that somebody writes, and when by the log. */
interface Tagged {
  readonly tags: TagMap;
  readonly at: number;
}

/** Writes tags and says what the log has of it. */
type Write = (clients: Clients, made: Made, tags: TagMap) => Promise<Logged>;

const WRITES: Readonly<Record<string, Write>> = {
  async ec2(clients, { id }, tags) {
    await clients.of(EC2Client).send(new CreateTagsCommand({ Resources: [id], Tags: tagList(tags) }));
    const request = { resourcesSet: { items: [{ resourceId: id }] }, tagSet: { items: loggedTags(tags) } };
    return { service: "ec2", event: "CreateTags", request, response: { _return: true } };
  },
  async s3(clients, { id: Bucket }, tags) {
    const TagSet = tagList(tags);
    await clients.of(S3Client).send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
    const request = { bucketName: Bucket, tagging: "", Tagging: { TagSet: { Tag: TagSet } } };
    return { service: "s3", event: "PutBucketTagging", request, response: null };
  },
  async sagemaker(clients, { arn }, tags) {
    await clients.of(SageMakerClient).send(new AddTagsCommand({ ResourceArn: arn, Tags: tagList(tags) }));
    const request = { resourceArn: arn, tags: loggedTags(tags) };
    return { service: "sagemaker", event: "AddTags", request, response: { tags: loggedTags(tags) } };
  },
  async rds(clients, { arn }, tags) {
    await clients
      .of(RDSClient)
      .send(new AddTagsToResourceCommand({ ResourceName: arn, Tags: tagList(tags) }));
    const request = { resourceName: arn, tags: loggedTags(tags) };
    return { service: "rds", event: "AddTagsToResource", request, response: null };
  },
  async lambda(clients, { arn }, tags) {
    await clients.of(LambdaClient).send(new TagFunction({ Resource: arn, Tags: tags }));
    const request = { resource: arn, tags };
    return { service: "lambda", event: "TagResource20170331v2", request, response: null };
  },
  async ecs(clients, { arn }, tags) {
    await clients.of(ECSClient).send(new TagService({ resourceArn: arn, tags: loggedTags(tags) }));
    const request = { resourceArn: arn, tags: loggedTags(tags) };
    return { service: "ecs", event: "TagResource", request, response: null };
  },
};

/**
 * Tags a resource as its owner would, by the call of its service.
 *
 * @returns the record of that call
 */
export async function tagBy(clients: Clients, made: Made, { tags, at }: Tagged) {
  const [service = ""] = made.type.split(":");
  const write = WRITES[service];
  if (write === undefined) throw new Error(`nobody knows how ${made.type} is tagged`);
  return recordOf(clients, { name: made.id, tags, at }, await write(clients, made, tags));
}
