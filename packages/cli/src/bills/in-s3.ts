import { s3Cells } from "@tagledger/adapters/cells/s3";
import type { PartFetcher } from "@tagledger/adapters/deliveries/fetcher";
import { s3Deliveries } from "@tagledger/adapters/deliveries/s3";
import { openS3Client } from "@tagledger/adapters/deliveries/s3-client";
import { s3Fetcher } from "@tagledger/adapters/deliveries/s3-fetcher";
import { badInput } from "@tagledger/core/errors";
import type { CellStore, Deliveries } from "@tagledger/core/ports/ingestion";

/** Deliveries in buckets, as whoever the SDK finds. */
export function deliveriesInS3(): { readonly deliveries: Deliveries; readonly fetcher: PartFetcher } {
  const client = openS3Client();
  return { deliveries: s3Deliveries({ client }), fetcher: s3Fetcher({ client }) };
}

/**
 * Keeps cells in a bucket, as whoever the SDK finds.
 *
 * @throws bad-input where the place is none in S3
 */
export function cellsInS3(place: string): CellStore {
  const [, bucket, folder = ""] = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(place) ?? [];
  if (bucket === undefined) throw badInput(`--cells ${place}: expected s3://BUCKET/PREFIX`, { value: place });
  const prefix = folder.replace(/\/+$/, "");
  return s3Cells({ client: openS3Client(), bucket, prefix: prefix === "" ? "" : `${prefix}/` });
}
