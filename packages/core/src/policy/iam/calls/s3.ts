import type { ServiceCalls } from "./calls.ts";

/** S3, whose buckets have no account in their names. */
export const s3: ServiceCalls = {
  service: "s3",
  lists: ["s3:ListAllMyBuckets"],
  looks: ["s3:GetBucketTagging"],
  wide: ["s3:ListAllMyBuckets"],
  // IAM refuses what names a region, unless its kind is one that has a region.
  arns: [
    "arn:{partition}:s3:*:{account}:accesspoint/*",
    "arn:{partition}:s3:*:{account}:job/*",
    "arn:{partition}:s3:::*",
  ],
  own: (account) => ({ StringEquals: { "s3:ResourceAccount": [account] } }),
  tagging: {
    reads: ["s3:GetBucketTagging", "s3:GetJobTagging"],
    removals: {
      // What is left is written; where nothing is left, all is taken off, which needs the same permission.
      "s3:PutBucketTagging": "s3:PutBucketTagging",
      "s3:PutJobTagging": "s3:PutJobTagging",
    },
    keyless: ["s3:PutBucketTagging"],
  },
};
