import type { Told } from "./told.ts";

/** Where functions read the configuration. */
export interface Published {
  readonly bucket: sst.aws.Bucket;
  readonly key: string;
}

const KEY = "tagledger.yaml";
/** How many days a configuration can be looked up after another took its place. */
const DAYS = 365;

/** The bucket of the configuration, which keeps old versions, and the configuration in it. */
export function config({ text, isKept }: Told): Published {
  const bucket = new sst.aws.Bucket("Config", {
    versioning: true,
    cors: false,
    transform: {
      bucket: (bucket, options) => {
        bucket.forceDestroy = !isKept;
        options.protect = isKept;
      },
    },
  });
  new aws.s3.BucketLifecycleConfiguration("ConfigOldVersions", {
    bucket: bucket.name,
    rules: [
      {
        id: "old-versions",
        status: "Enabled",
        filter: {},
        noncurrentVersionExpiration: { noncurrentDays: DAYS },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ],
  });
  // The first deployment publishes it. From then on only `tagledger config publish` does, or a deployment would undo what
  // was published since, such as the switch that stops everything.
  new aws.s3.BucketObjectv2(
    "Configuration",
    { bucket: bucket.name, key: KEY, content: text, contentType: "application/yaml; charset=utf-8" },
    { ignoreChanges: ["content"] },
  );
  return { bucket, key: KEY };
}
