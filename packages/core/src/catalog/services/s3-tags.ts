import type { LiveTags } from "../type-facts.ts";

/** The older call replaces all tags, and is refused where tags decide who may do what; the newer one adds. */
export const bucketTags: LiveTags = {
  read: {
    call: "s3:GetBucketTagging",
    batch: 1,
    existence: "stated",
    gone: ["NoSuchBucket"],
    untagged: "NoSuchTagSet",
  },
  write: {
    call: "s3:TagResource",
    batch: 1,
    merges: true,
    otherwise: { call: "s3:PutBucketTagging", batch: 1, merges: false },
  },
  evidence: "documented",
};

/** The tags of a batch job are written as a whole. */
export const jobTags: LiveTags = {
  read: { call: "s3:GetJobTagging", batch: 1, existence: "stated", gone: ["NotFoundException"] },
  write: { call: "s3:PutJobTagging", batch: 1, merges: false },
  evidence: "model",
};
