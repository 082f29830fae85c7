import { describe, expect, test } from "vitest";
import type { CloudTrailEvent } from "./event.ts";
import { extract } from "./extract.ts";
import { makeCall } from "./testing/make-event.ts";

const HERE = "eu-central-1:444455556666";
const VISION = { "ml-team": "vision" };
const listed = [{ key: "ml-team", value: "vision" }];

describe("what was tagged is", () => {
  const bucket = { arn: "arn:aws:s3:::features", id: "features", type: "s3:bucket", implied: null };
  const taggings = (event: CloudTrailEvent) => {
    const extraction = extract(event);
    return extraction.outcome === "evaluated" && extraction.kind === "tagging" ? extraction.taggings : [];
  };

  test("several resources of EC2, of which only the ids are named", () => {
    const resourcesSet = {
      items: [{ resourceId: "i-1" }, { resourceId: "vpce-svc-1" }, { resourceId: "new-1" }],
    };
    const [tagging] = taggings(makeCall("ec2", "CreateTags", { resourcesSet, tagSet: { items: listed } }));
    expect(tagging).toMatchObject({ change: "set", tags: VISION, keys: [] });
    expect(tagging?.resources).toEqual([
      {
        arn: null,
        id: "i-1",
        type: "ec2:any",
        implied: { arn: `arn:aws:ec2:${HERE}:instance/i-1`, type: "ec2:instance" },
      },
      {
        arn: null,
        id: "vpce-svc-1",
        type: "ec2:any",
        implied: {
          arn: `arn:aws:ec2:${HERE}:vpc-endpoint-service/vpce-svc-1`,
          type: "ec2:vpc-endpoint-service",
        },
      },
      { arn: null, id: "new-1", type: "ec2:any", implied: null },
    ]);
  });

  test("what the call reached of all that it names", () => {
    const arns = ["arn:aws:s3:::features", "arn:aws:s3:::models"];
    const failed = { "arn:aws:s3:::models": { statusCode: 400, errorCode: "InvalidParameterException" } };
    const tag = (failedResourcesMap: object) =>
      makeCall("tagging", "TagResources", { resourceARNList: arns, tags: VISION }, { failedResourcesMap });
    expect(taggings(tag({}))[0]?.resources).toHaveLength(2);
    expect(taggings(tag(failed))[0]?.resources).toEqual([bucket]);
    const untag = { resourceARNList: arns, tagKeys: ["ml-team"] };
    const removal = makeCall("tagging", "UntagResources", untag, { failedResourcesMap: failed });
    expect(taggings(removal)[0]?.resources).toEqual([bucket]);
  });

  test("nothing, where an update that may hold tags holds none", () => {
    const update = (request: object) =>
      makeCall("codebuild", "UpdateProject", request, { project: { arn: "arn:p" } });
    expect(extract(update({ name: "p" }))).toMatchObject({ skipReason: "not-a-creation" });
    expect(extract(update({ name: "p", tags: null }))).toMatchObject({ skipReason: "not-a-creation" });
    expect(taggings(update({ name: "p", tags: [] }))).toMatchObject([{ change: "replace", tags: {} }]);
    expect(taggings(update({ name: "p", tags: listed }))).toMatchObject([
      { change: "replace", tags: VISION },
    ]);
  });

  test("a removal in EC2, of some keys or of all", () => {
    const resourcesSet = { items: [{ resourceId: "i-1" }] };
    const some = makeCall("ec2", "DeleteTags", {
      resourcesSet,
      tagSet: { items: [{ key: "a" }, { key: "b", value: "1" }] },
    });
    expect(taggings(some)).toMatchObject([{ change: "remove", keys: ["a", "b"], tags: { b: "1" } }]);
    expect(taggings(makeCall("ec2", "DeleteTags", { resourcesSet }))).toMatchObject([
      { change: "replace", tags: {} },
    ]);
  });

  test("a bucket, whose tags are replaced", () => {
    const Tagging = {
      xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
      TagSet: { Tag: { Key: "keep", Value: true } },
    };
    const put = makeCall("s3", "PutBucketTagging", { bucketName: "features", tagging: "", Tagging });
    expect(taggings(put)).toEqual([
      { change: "replace", resources: [bucket], tags: { keep: "true" }, keys: [], hiddenTags: [] },
    ]);
    const emptied = makeCall("s3", "PutBucketTagging", { bucketName: "features", Tagging: { TagSet: "" } });
    expect(taggings(emptied)).toMatchObject([{ change: "replace", resources: [bucket], tags: {} }]);
    expect(taggings(makeCall("s3", "DeleteBucketTagging", { bucketName: "features" }))).toMatchObject([
      { change: "replace", tags: {} },
    ]);
  });

  test("groups, where each tag names its own", () => {
    const tags = [
      {
        resourceId: "gpu",
        resourceType: "auto-scaling-group",
        key: "ml-team",
        value: "vision",
        propagateAtLaunch: true,
      },
      {
        resourceId: "cpu",
        resourceType: "auto-scaling-group",
        key: "ml-team",
        value: "nlp",
        propagateAtLaunch: false,
      },
    ];
    expect(taggings(makeCall("autoscaling", "CreateOrUpdateTags", { tags }))).toMatchObject([
      { change: "set", resources: [{ id: "gpu", type: "autoscaling:autoScalingGroup" }], tags: VISION },
      { change: "set", resources: [{ id: "cpu" }], tags: { "ml-team": "nlp" } },
    ]);
    expect(taggings(makeCall("autoscaling", "DeleteTags", { tags }))).toMatchObject([
      { change: "remove", resources: [{ id: "gpu" }], keys: ["ml-team"] },
      { change: "remove", resources: [{ id: "cpu" }], keys: ["ml-team"] },
    ]);
  });

  test("a zone, of which tags are set and removed at once", () => {
    const request = { resourceType: "hostedzone", resourceId: "Z1", addTags: listed, removeTagKeys: ["old"] };
    expect(taggings(makeCall("route53", "ChangeTagsForResource", request))).toMatchObject([
      {
        change: "remove",
        resources: [{ arn: "arn:aws:route53:::hostedzone/Z1", type: "route53:hostedzone" }],
        keys: ["old"],
      },
      { change: "set", tags: VISION },
    ]);
  });

  test("several services at once", () => {
    const resourceARNList = [`arn:aws:sns:${HERE}:alarms`, `arn:aws:rds:${HERE}:db:features`];
    expect(taggings(makeCall("tagging", "TagResources", { resourceARNList, tags: VISION }))).toMatchObject([
      {
        change: "set",
        resources: [
          { id: "alarms", type: "sns:topic" },
          { id: "features", type: "rds:db" },
        ],
        tags: VISION,
      },
    ]);
  });

  test.each([
    [
      "a role by its name",
      "iam",
      "TagRole",
      { roleName: "trainer", tags: listed },
      { arn: null, id: "trainer", type: "iam:role" },
    ],
    [
      "a secret by its name",
      "secretsmanager",
      "TagResource",
      { secretId: "db", tags: listed },
      { arn: null, id: "db" },
    ],
    [
      "a key by its id",
      "kms",
      "TagResource",
      { keyId: "k-1", tags: [{ tagKey: "ml-team", tagValue: "vision" }] },
      { arn: `arn:aws:kms:${HERE}:key/k-1` },
    ],
    [
      "a cluster of EMR by its id",
      "elasticmapreduce",
      "AddTags",
      { resourceId: "j-1", tags: listed },
      { arn: `arn:aws:elasticmapreduce:${HERE}:cluster/j-1` },
    ],
    [
      "a queue by its URL",
      "sqs",
      "TagQueue",
      { queueUrl: "https://sqs.eu-central-1.amazonaws.com/444455556666/jobs", tags: VISION },
      { arn: `arn:aws:sqs:${HERE}:jobs` },
    ],
    [
      "an access point by its id",
      "elasticfilesystem",
      "TagResource",
      { resourceId: "fsap-1", tags: listed },
      { arn: `arn:aws:elasticfilesystem:${HERE}:access-point/fsap-1` },
    ],
    [
      "a classic load balancer by its name",
      "elasticloadbalancing",
      "AddTags",
      { loadBalancerNames: ["web"], tags: listed },
      { type: "elasticloadbalancing:classic-loadbalancer" },
    ],
    [
      "what a service of tomorrow names by ARN",
      "nova",
      "TagResource",
      { resourceArn: `arn:aws:nova:${HERE}:star/sun`, tags: VISION },
      { id: "sun", type: "nova:star" },
    ],
  ])("%s", (_, source, name, request, resource) => {
    expect(taggings(makeCall(source, name, request))).toMatchObject([
      { change: "set", resources: [resource], tags: VISION },
    ]);
  });
});
