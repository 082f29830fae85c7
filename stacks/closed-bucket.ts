import type { Told } from "./told.ts";

/** How many days what was replaced or removed can be looked up. */
const DAYS = 30;

/** A bucket that nobody reaches but we and whom its policy names, only with TLS; what was replaced is kept for a while. */
export function closedBucket(
  name: string,
  { isKept }: Told,
  own: { readonly isProtected: boolean; readonly policy?: sst.aws.BucketArgs["policy"] },
): sst.aws.Bucket {
  const bucket = new sst.aws.Bucket(name, {
    versioning: true,
    cors: false,
    ...(own.policy !== undefined && { policy: own.policy }),
    transform: {
      bucket: (args, options) => {
        args.forceDestroy = !isKept;
        options.protect = isKept && own.isProtected;
        options.retainOnDelete = isKept;
      },
    },
  });
  new aws.s3.BucketLifecycleConfiguration(`${name}OldVersions`, {
    bucket: bucket.name,
    rules: [
      {
        id: "old-versions",
        status: "Enabled",
        filter: {},
        noncurrentVersionExpiration: { noncurrentDays: DAYS },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
      },
    ],
  });
  return bucket;
}
