import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";

const CONNECTING = 10_000;
/** How long nothing may come, in milliseconds. */
const SILENCE = 60_000;

/**
 * A client of S3 as the SDK finds it, which follows buckets into their regions and does not wait for ever.
 *
 * @param config what the SDK need not find
 */
export function openS3Client(config: S3ClientConfig = {}): S3Client {
  return new S3Client({
    ...config,
    followRegionRedirects: true,
    requestHandler: { connectionTimeout: CONNECTING, socketTimeout: SILENCE },
  });
}
