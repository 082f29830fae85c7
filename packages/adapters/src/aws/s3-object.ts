import { badInput } from "@tagledger/core/errors";

/** An object of S3. */
export interface S3Object {
  readonly bucket: string;
  readonly key: string;
}

/** Whether a text names an object of S3. */
export function isS3(text: string): boolean {
  return text.startsWith("s3://");
}

/**
 * Reads the name of an object of S3.
 *
 * @throws bad-input where a part of it is missing
 * @example s3ObjectOf("s3://config/in/force.yaml") // { bucket: "config", key: "in/force.yaml" }
 */
export function s3ObjectOf(url: string): S3Object {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(url) ?? [];
  if (bucket === undefined || key === undefined || key.endsWith("/")) {
    throw badInput(`${url}: expected s3://BUCKET/KEY`, { value: url });
  }
  return { bucket, key };
}
