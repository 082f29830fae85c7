import { ending, list, tagResource } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

const ARN = "arn:{partition}:s3express:{region}:{account}:bucket/{id}";

/** S3 Express One Zone, whose buckets are called directories. */
export const s3express: Service = {
  source: "s3express.amazonaws.com",
  creations: [
    {
      event: "CreateBucket",
      type: "s3express:bucket",
      priority: 2,
      id: "request.bucketName",
      template: ARN,
      tags: [list("request.CreateBucketConfiguration.Tags"), list("request.createBucketConfiguration.tags")],
    },
  ],
  taggings: tagResource(["request.resourceArn", "request.ResourceArn"], list("request.Tags")),
  endings: [ending("DeleteBucket", "request.bucketName", "s3express:bucket", ARN)],
  others: [
    "CreateSession",
    "PutObject",
    "CopyObject",
    "CreateMultipartUpload",
    "UploadPart",
    "CompleteMultipartUpload",
  ],
  liveTags: usualTags("s3", { gone: [], evidence: "documented" }),
  // A policy that denies all would stop no cost, and could lock its owner out.
  types: { "s3express:bucket": onlyAsked() },
};
