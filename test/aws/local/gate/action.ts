/** Services whose permissions go by another name than their requests are signed for. */
const PREFIXES: Readonly<Record<string, string>> = { monitoring: "cloudwatch", tagging: "tag" };

/** Operations whose permission goes by another name. */
const RENAMED: Readonly<Record<string, string>> = {
  "lambda:Invoke": "lambda:InvokeFunction",
  "resource-explorer-2:ListResources": "resource-explorer-2:Search",
  "s3:CreateMultipartUpload": "s3:PutObject",
  "s3:DeleteBucketCors": "s3:PutBucketCORS",
  "s3:DeleteBucketEncryption": "s3:PutEncryptionConfiguration",
  "s3:DeleteBucketLifecycle": "s3:PutLifecycleConfiguration",
  "s3:DeleteBucketTagging": "s3:PutBucketTagging",
  "s3:DeleteObjects": "s3:DeleteObject",
  "s3:DeletePublicAccessBlock": "s3:PutBucketPublicAccessBlock",
  "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
  "s3:GetBucketLifecycleConfiguration": "s3:GetLifecycleConfiguration",
  "s3:GetBucketNotificationConfiguration": "s3:GetBucketNotification",
  "s3:GetBucketReplication": "s3:GetReplicationConfiguration",
  "s3:GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
  "s3:HeadBucket": "s3:ListBucket",
  "s3:HeadObject": "s3:GetObject",
  "s3:ListBuckets": "s3:ListAllMyBuckets",
  "s3:ListMultipartUploads": "s3:ListBucketMultipartUploads",
  "s3:ListObjects": "s3:ListBucket",
  "s3:ListObjectsV2": "s3:ListBucket",
  "s3:ListObjectVersions": "s3:ListBucketVersions",
  "s3:ListParts": "s3:ListMultipartUploadParts",
  "s3:PutBucketEncryption": "s3:PutEncryptionConfiguration",
  "s3:PutBucketLifecycleConfiguration": "s3:PutLifecycleConfiguration",
  "s3:PutBucketNotificationConfiguration": "s3:PutBucketNotification",
  "s3:PutBucketReplication": "s3:PutReplicationConfiguration",
  "s3:PutPublicAccessBlock": "s3:PutBucketPublicAccessBlock",
  "s3:UploadPart": "s3:PutObject",
};

const READS = /^(Describe|List|Get|Head|Lookup|BatchGet|Search)/;
/** What changes nothing, though permissions count it among what writes. */
const HARMLESS = ["sts:AssumeRole"];

/**
 * A call as permissions name it, from the service that it is signed for and its operation.
 *
 * @example actionOf("tagging", "GetResources") // "tag:GetResources"
 * @example actionOf("s3", "ListBuckets") // "s3:ListAllMyBuckets"
 */
export function actionOf(signedFor: string, operation: string): string {
  const action = `${PREFIXES[signedFor] ?? signedFor}:${operation}`;
  return RENAMED[action] ?? action;
}

/** Whether a call changes anything. */
export function writes(action: string): boolean {
  return !READS.test(action.split(":")[1] ?? "") && !HARMLESS.includes(action);
}
