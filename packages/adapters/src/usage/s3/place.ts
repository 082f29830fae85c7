import { badInput } from "@tagledger/core/errors";

/** A bucket, and where in it. */
export interface S3Place {
  readonly bucket: string;
  /** Empty, or as it is written, without a slash before it. */
  readonly prefix: string;
}

/**
 * Reads where in S3 something is.
 *
 * @throws bad-input where it names no bucket
 * @example s3PlaceOf("s3://lake/models/") // { bucket: "lake", prefix: "models/" }
 */
export function s3PlaceOf(url: string): S3Place {
  const [, bucket, prefix = ""] = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(url) ?? [];
  if (bucket === undefined) throw badInput(`${url}: expected s3://BUCKET/PREFIX`, { value: url });
  return { bucket, prefix };
}

/**
 * The place of a folder, with the slash that ends it.
 *
 * @example folderPlace("s3://lake/models") // "s3://lake/models/"
 */
export function folderPlace(url: string): string {
  return url.replace(/\/*$/, "/");
}
