import { S3Client } from "@aws-sdk/client-s3";

const CONNECTING = 10_000;
/** How long nothing may come, in milliseconds. */
const SILENCE = 60_000;

/** A client of S3 as the SDK finds it, which follows buckets into their regions and does not wait for ever. */
export function openS3Client(): S3Client {
  return new S3Client({
    followRegionRedirects: true,
    requestHandler: { connectionTimeout: CONNECTING, socketTimeout: SILENCE },
  });
}
