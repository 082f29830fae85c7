import type { Config } from "@tagledger/core/config/definition";

/**
 * The places in S3 where bills are delivered: the bucket that the deployment made for it, and those of the configuration.
 *
 * @example placesOfBills(configOf("bills: [{ s3: s3://billing/exports }]"), undefined) // ["s3://billing/exports"]
 */
export function placesOfBills({ bills }: Pick<Config, "bills">, made: string | undefined): readonly string[] {
  const named = bills.flatMap((source) => ("s3" in source ? [source.s3] : []));
  return [...new Set([...(made === undefined ? [] : [made]), ...named])];
}

/**
 * Whether an object is in a place, which is a bucket, a folder in one, or the object itself.
 *
 * @example isWithin("s3://billing/exports/ml/ml-Manifest.json", "s3://billing/exports") // true
 */
export function isWithin(object: string, place: string): boolean {
  return object === place || object.startsWith(place.endsWith("/") ? place : `${place}/`);
}
