import type { JsonObject } from "@tagledger/core/catalog/event";
import type { Tags } from "../company/tags.ts";
import type { Call, Scene } from "./call.ts";
import type { Making } from "./making.ts";
import type { TagChange } from "./story.ts";
import { capitalized, pairs } from "./tag-shapes.ts";

/** How a service sets and removes the tags of something that is there. */
interface TagCalls {
  set(target: string, tags: Tags): NamedRequest;
  remove(target: string, keys: readonly string[], left: Tags): NamedRequest;
  readonly response?: JsonObject;
  /** The service that is called, where it is another. */
  readonly api?: string;
}

type NamedRequest = readonly [name: string, request: JsonObject];

/** The call that changes the tags of what another call made. */
export function tagging(
  { service, target }: Pick<Making, "service" | "target">,
  scene: Scene,
  { after, tags, removed, by = scene.by, delay }: TagChange,
): Call {
  const { api = service, response = null, ...calls } = SERVICES[service] ?? shared;
  const [name, request] =
    removed === undefined ? calls.set(target, tags) : calls.remove(target, removed, tags);
  const call = { ...scene, by, at: scene.at + after, service: api, name, request, response };
  return delay === undefined ? call : { ...call, delay };
}

// Most services have a pair of calls that differ in how they name the target and write the tags.
function pair(at: string, tags: "list" | "map", set = "TagResource", remove = "UntagResource"): TagCalls {
  return {
    set: (target, all) => [set, { [at]: target, tags: tags === "list" ? pairs(all) : all }],
    remove: (target, tagKeys) => [remove, { [at]: target, tagKeys }],
  };
}

const ec2: TagCalls = {
  set: (id, tags) => ["CreateTags", { ...ec2Resource(id), tagSet: { items: pairs(tags) } }],
  remove: (id, keys) => [
    "DeleteTags",
    { ...ec2Resource(id), tagSet: { items: keys.map((key) => ({ key })) } },
  ],
  response: { _return: true },
};

// A bucket has its tags replaced, and a removal writes those that stay.
const s3: TagCalls = {
  set: (bucket, tags) => ["PutBucketTagging", bucketTags(bucket, tags)],
  remove: (bucket, _, left) => ["PutBucketTagging", bucketTags(bucket, left)],
};

const glue: TagCalls = {
  set: (resourceArn, tagsToAdd) => ["TagResource", { resourceArn, tagsToAdd }],
  remove: (resourceArn, tagsToRemove) => ["UntagResource", { resourceArn, tagsToRemove }],
};

// The Tag Editor, for services whose own way is longer.
const shared: TagCalls = {
  set: (arn, tags) => ["TagResources", { resourceARNList: [arn], tags }],
  remove: (arn, tagKeys) => ["UntagResources", { resourceARNList: [arn], tagKeys }],
  response: { failedResourcesMap: {} },
  api: "tagging",
};

const SERVICES: Readonly<Record<string, TagCalls>> = {
  athena: pair("resourceARN", "list"),
  batch: pair("resourceArn", "map"),
  bedrock: pair("resourceARN", "map"),
  dynamodb: pair("resourceArn", "list"),
  ec2,
  ecr: pair("resourceArn", "list"),
  ecs: pair("resourceArn", "list"),
  eks: pair("resourceArn", "map"),
  events: pair("resourceARN", "list"),
  glue,
  iam: pair("roleName", "list", "TagRole", "UntagRole"),
  lambda: pair("resource", "map", "TagResource20170331v2", "UntagResource20170331v2"),
  logs: pair("resourceArn", "map"),
  monitoring: pair("resourceARN", "list"),
  s3,
  sagemaker: pair("resourceArn", "list", "AddTags", "DeleteTags"),
  sns: pair("resourceArn", "list"),
  sqs: pair("queueUrl", "map", "TagQueue", "UntagQueue"),
  states: pair("resourceArn", "list"),
};

function ec2Resource(resourceId: string): JsonObject {
  return { resourcesSet: { items: [{ resourceId }] } };
}

function bucketTags(bucketName: string, tags: Tags): JsonObject {
  return {
    Tagging: { xmlns: "http://s3.amazonaws.com/doc/2006-03-01/", TagSet: { Tag: capitalized(tags) } },
    tagging: "",
    bucketName,
    Host: `${bucketName}.s3.amazonaws.com`,
  };
}
