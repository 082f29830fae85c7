import { makeRecord } from "@tagledger/core/catalog/testing/make-event";

type Tags = Readonly<Record<string, string>>;

/** A call as CloudTrail logs it, less its id and time. */
export type Call = Readonly<Record<string, unknown>>;

/** How people make, tag and delete resources of one type. */
export interface Kind {
  /** Whether a name may be used again for another. */
  readonly isReused: boolean;
  arn(name: string): string;
  create(name: string, tags: Tags): Call;
  tag(name: string, tags: Tags): Call;
  untag(name: string, keys: readonly string[]): Call;
  remove(name: string): Call;
}

const [ACCOUNT, REGION] = ["444455556666", "eu-central-1"];

/** Buckets: made bare by most tools, and tagged in a second call that replaces all tags. */
const bucket: Kind = {
  isReused: true,
  arn: (name) => `arn:aws:s3:::${name}`,
  create: (bucketName) => called("s3", "CreateBucket", { bucketName }),
  tag: (bucketName, tags) =>
    called("s3", "PutBucketTagging", {
      bucketName,
      Tagging: { TagSet: { Tag: listed(tags, "Key", "Value") } },
    }),
  untag: (bucketName) => called("s3", "DeleteBucketTagging", { bucketName }),
  remove: (bucketName) => called("s3", "DeleteBucket", { bucketName }),
};

const instance: Kind = {
  isReused: false,
  arn: (name) => `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/${idOf(name)}`,
  create: (name, tags) =>
    called(
      "ec2",
      "RunInstances",
      { tagSpecificationSet: { items: [{ resourceType: "instance", tags: listed(tags, "key", "value") }] } },
      {
        instancesSet: {
          items: [{ instanceId: idOf(name), instanceType: "m5.large", placement: { tenancy: "default" } }],
        },
      },
    ),
  tag: (name, tags) =>
    called("ec2", "CreateTags", {
      resourcesSet: { items: [{ resourceId: idOf(name) }] },
      tagSet: { items: listed(tags, "key", "value") },
    }),
  untag: (name, keys) =>
    called("ec2", "DeleteTags", {
      resourcesSet: { items: [{ resourceId: idOf(name) }] },
      tagSet: { items: keys.map((key) => ({ key })) },
    }),
  remove: (name) =>
    called(
      "ec2",
      "TerminateInstances",
      { instancesSet: { items: [{ instanceId: idOf(name) }] } },
      { instancesSet: { items: [{ instanceId: idOf(name) }] } },
    ),
};

const endpoint: Kind = {
  isReused: true,
  arn: (name) => `arn:aws:sagemaker:${REGION}:${ACCOUNT}:endpoint/${name}`,
  create: (endpointName, tags) =>
    called(
      "sagemaker",
      "CreateEndpoint",
      { endpointName, tags: listed(tags, "key", "value") },
      { endpointArn: endpoint.arn(endpointName) },
    ),
  tag: (name, tags) =>
    called("sagemaker", "AddTags", { resourceArn: endpoint.arn(name), tags: listed(tags, "key", "value") }),
  untag: (name, tagKeys) => called("sagemaker", "DeleteTags", { resourceArn: endpoint.arn(name), tagKeys }),
  remove: (endpointName) => called("sagemaker", "DeleteEndpoint", { endpointName }),
};

const queue: Kind = {
  isReused: true,
  arn: (name) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
  create: (queueName, tags) =>
    called("sqs", "CreateQueue", { queueName, tags }, { queueUrl: urlOf(queueName) }),
  tag: (name, tags) => called("sqs", "TagQueue", { queueUrl: urlOf(name), tags }),
  untag: (name, tagKeys) => called("sqs", "UntagQueue", { queueUrl: urlOf(name), tagKeys }),
  remove: (name) => called("sqs", "DeleteQueue", { queueUrl: urlOf(name) }),
};

const database: Kind = {
  isReused: true,
  arn: (name) => `arn:aws:rds:${REGION}:${ACCOUNT}:db:db-${name}`,
  create: (name, tags) =>
    called(
      "rds",
      "CreateDBInstance",
      { dBInstanceIdentifier: `db-${name}`, tags: listed(tags, "key", "value") },
      { dBInstanceIdentifier: `db-${name}`, dBInstanceArn: database.arn(name) },
    ),
  tag: (name, tags) =>
    called("rds", "AddTagsToResource", {
      resourceName: database.arn(name),
      tags: listed(tags, "key", "value"),
    }),
  untag: (name, tagKeys) =>
    called("rds", "RemoveTagsFromResource", { resourceName: database.arn(name), tagKeys }),
  remove: (name) => called("rds", "DeleteDBInstance", { dBInstanceIdentifier: `db-${name}` }),
};

/** All kinds of resources in the simulated world. */
export const KINDS = { bucket, instance, endpoint, queue, database } as const satisfies Record<string, Kind>;

/** Somebody starts an instance or a database. */
export function started(kind: "instance" | "database", name: string): Call {
  if (kind === "database") return called("rds", "StartDBInstance", { dBInstanceIdentifier: `db-${name}` });
  const items = [{ instanceId: idOf(name) }];
  return called("ec2", "StartInstances", { instancesSet: { items } }, { instancesSet: { items } });
}

function called(
  service: string,
  eventName: string,
  requestParameters: unknown,
  responseElements: unknown = null,
): Call {
  return makeRecord({
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: REGION,
    requestParameters,
    responseElements,
  });
}

function listed(tags: Tags, key: string, value: string): Call[] {
  return Object.entries(tags).map(([name, text]) => ({ [key]: name, [value]: text }));
}

/** An id as EC2 gives them, of a name that is a number. */
function idOf(name: string): string {
  return `i-${Number(name.replace(/\D/g, "")).toString(16).padStart(17, "0")}`;
}

function urlOf(name: string): string {
  return `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;
}
