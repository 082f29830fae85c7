import { type Calls, OURS } from "./calls-of-type.ts";

const bucket = { on: [`arn:aws:s3:::${OURS}-*`] };
/** Where SST keeps the bundles of functions. */
const assets = "arn:aws:s3:::sst-asset-*";

/** For what is kept. */
export const STORING_CALLS: Readonly<Record<string, Calls>> = {
  "aws:dynamodb/table:Table": {
    on: [`arn:aws:dynamodb:REGION:ACCOUNT:table/${OURS}-*`],
    actions: [
      "dynamodb:CreateTable",
      "dynamodb:DeleteTable",
      "dynamodb:DescribeContinuousBackups",
      "dynamodb:DescribeTable",
      "dynamodb:DescribeTimeToLive",
      "dynamodb:ListTagsOfResource",
      "dynamodb:TagResource",
      "dynamodb:UntagResource",
      "dynamodb:UpdateContinuousBackups",
      "dynamodb:UpdateTable",
      "dynamodb:UpdateTimeToLive",
    ],
  },
  "aws:s3/bucket:Bucket": {
    ...bucket,
    actions: [
      "s3:CreateBucket",
      "s3:DeleteBucket",
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:GetAccelerateConfiguration",
      "s3:GetBucketAcl",
      "s3:GetBucketCORS",
      "s3:GetBucketLocation",
      "s3:GetBucketLogging",
      "s3:GetBucketObjectLockConfiguration",
      "s3:GetBucketPolicy",
      "s3:GetBucketRequestPayment",
      "s3:GetBucketTagging",
      "s3:GetBucketVersioning",
      "s3:GetBucketWebsite",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
      "s3:ListBucket",
      "s3:ListBucketVersions",
      "s3:PutBucketTagging",
    ],
  },
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    ...bucket,
    actions: ["s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"],
  },
  "aws:s3/bucketNotification:BucketNotification": {
    ...bucket,
    actions: ["s3:GetBucketNotification", "s3:PutBucketNotification"],
  },
  "aws:s3/bucketObjectv2:BucketObjectv2": {
    on: [`${bucket.on[0]}/*`, `${assets}/*`],
    actions: [
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:GetObject",
      "s3:GetObjectTagging",
      "s3:PutObject",
      "s3:PutObjectTagging",
    ],
  },
  "aws:s3/bucketPolicy:BucketPolicy": {
    ...bucket,
    actions: ["s3:DeleteBucketPolicy", "s3:GetBucketPolicy", "s3:PutBucketPolicy"],
  },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
    ...bucket,
    actions: ["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
  },
  "aws:s3/bucketVersioning:BucketVersioning": {
    ...bucket,
    actions: ["s3:GetBucketVersioning", "s3:PutBucketVersioning"],
  },
};
