import { S3Client } from "@aws-sdk/client-s3";
import type { Configurations, Hash, Publisher } from "@tagledger/core/ports";
import { s3Configurations } from "./configuration.ts";
import { s3Publisher } from "./publish.ts";
import { s3ObjectOf } from "./s3-object.ts";

/**
 * The configuration in an object that is named as `s3://BUCKET/KEY`, over a client as the SDK finds it.
 *
 * @throws bad-input where that names no object
 */
export function openS3Configurations(url: string, hash: Hash): Configurations {
  return s3Configurations({
    client: new S3Client({ followRegionRedirects: true }),
    ...s3ObjectOf(url),
    hash,
  });
}

/**
 * Publishes into an object that is named as `s3://BUCKET/KEY`, over a client as the SDK finds it.
 *
 * @throws bad-input where that names no object
 */
export function openS3Publisher(url: string): Publisher {
  return s3Publisher({ client: new S3Client({ followRegionRedirects: true }), ...s3ObjectOf(url) });
}
