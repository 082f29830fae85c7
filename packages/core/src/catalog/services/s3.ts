import { ending, list, tagResource, untaggable } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service, TaggedFacts } from "../row.ts";
import { bucketTags, jobTags } from "./s3-tags.ts";

const ARN = "arn:{partition}:s3:::{id}";
const BUCKET: TaggedFacts = { at: "request.bucketName", type: "s3:bucket", template: ARN };

/**
 * S3, whose requests are logged as the XML they were. Most tools create a bucket first and tag it a moment later, in a
 * call that replaces all its tags.
 */
export const s3: Service = {
  source: "s3.amazonaws.com",
  creations: [
    {
      event: "CreateBucket",
      type: "s3:bucket",
      priority: 1,
      // There, whoever owns a bucket may create it again; elsewhere the call fails.
      mayExist: "us-east-1",
      id: "request.bucketName",
      template: ARN,
      tags: [list("request.CreateBucketConfiguration.Tags"), list("request.createBucketConfiguration.tags")],
    },
    {
      event: "CreateAccessPoint",
      type: "s3:accesspoint",
      priority: 4,
      id: "request.name",
      arn: ["response.accessPointArn", "response.CreateAccessPointResult.AccessPointArn"],
      template: "arn:{partition}:s3:{region}:{account}:accesspoint/{id}",
      tags: [list("request.Tags")],
    },
    untaggable("CreateMultiRegionAccessPoint", "s3:multi-region-access-point", "request.name"),
    {
      event: "CreateJob",
      type: "s3:job",
      priority: 4,
      id: ["response.jobId", "response.CreateJobResult.JobId"],
      template: "arn:{partition}:s3:{region}:{account}:job/{id}",
      tags: [list("request.Tags")],
    },
  ],
  taggings: [
    {
      event: "PutBucketTagging",
      resources: [BUCKET],
      replaces: [list("request.Tagging.TagSet"), list("request.tagging.tagSet")],
    },
    { event: "DeleteBucketTagging", resources: [BUCKET], replaces: [] },
    ...tagResource(["request.resourceArn", "request.ResourceArn"], list("request.Tags")),
  ],
  endings: [
    { event: "DeleteBucket", resources: [BUCKET] },
    ending(
      "DeleteAccessPoint",
      "request.name",
      "s3:accesspoint",
      "arn:{partition}:s3:{region}:{account}:accesspoint/{id}",
    ),
  ],
  others: [
    "PutObject",
    "PutObjectAcl",
    "PutObjectTagging",
    "PutObjectRetention",
    "PutObjectLegalHold",
    "CopyObject",
    "PostObject",
    "RestoreObject",
    "CreateSession",
    "CreateMultipartUpload",
    "InitiateMultipartUpload",
    "UploadPart",
    "UploadPartCopy",
    "CompleteMultipartUpload",
    "PutBucketAcl",
    "PutBucketCors",
    "PutBucketEncryption",
    "PutBucketLifecycle",
    "PutBucketLogging",
    "PutBucketNotification",
    "PutBucketOwnershipControls",
    "PutBucketPublicAccessBlock",
    "PutBucketReplication",
    "PutBucketRequestPayment",
    "PutBucketVersioning",
    "PutBucketWebsite",
    "PutBucketObjectLockConfiguration",
    "PutAccountPublicAccessBlock",
  ],
  liveTags: bucketTags,
  types: {
    // A policy that denies all would stop no cost, and could lock its owner out.
    "s3:bucket": onlyAsked(),
    "s3:accesspoint": { ...onlyAsked(), liveTags: usualTags("s3", { gone: [], evidence: "documented" }) },
    "s3:job": {
      ...onlyAsked(),
      liveTags: jobTags,
    },
  },
};
