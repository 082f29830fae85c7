import type { Config } from "../config/definition.ts";

/** A bucket, and the folder in it; the whole bucket where that is empty. */
export interface BucketPlace {
  readonly bucket: string;
  readonly prefix: string;
}

/**
 * The places in S3 where a configuration has bills delivered.
 *
 * @example billPlaces(configOf("bills: [{ s3: s3://billing/exports }]")) // [{ bucket: "billing", prefix: "exports" }]
 */
export function billPlaces({ bills }: Pick<Config, "bills">): readonly BucketPlace[] {
  return bills.flatMap((source) => ("s3" in source ? [placeOf(source.s3)] : []));
}

/**
 * The bucket and the folder of a place in S3.
 *
 * @example placeOf("s3://billing/exports/") // { bucket: "billing", prefix: "exports" }
 */
export function placeOf(text: string): BucketPlace {
  const [, bucket = "", prefix = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(text) ?? [];
  return { bucket, prefix: prefix.replace(/\/+$/, "") };
}
