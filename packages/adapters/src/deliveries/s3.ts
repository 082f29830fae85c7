import type { S3Client } from "@aws-sdk/client-s3";
import type { Deliveries } from "@tagledger/core/ports/ingestion";
import { changedPlaces, findDeliveries } from "./find.ts";
import { s3Source } from "./s3-source.ts";

/**
 * Deliveries in buckets.
 *
 * @example await s3Deliveries({ client }).find("s3://billing/exports/cur2") // [{ export: "cur2", period: "2026-09", … }]
 */
export function s3Deliveries({ client }: { readonly client: S3Client }): Deliveries {
  const source = s3Source(client);
  return {
    find: (place, broken) => findDeliveries(source, place, broken),
    changed: (delivery) => changedPlaces(source, delivery),
  };
}
