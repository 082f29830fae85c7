import * as z from "zod/mini";
import { about } from "../about.ts";
import { s3 } from "../values.ts";
import { onePool, prefixes } from "./common.ts";

/** How many bytes lie below prefixes, as S3 Inventory lists them. */
export const s3Inventory = z.strictObject({
  kind: z.literal("s3-inventory"),
  s3: about("Where its manifests are: s3://BUCKET/PREFIX/SOURCE-BUCKET/CONFIGURATION", s3),
  pool: onePool,
  prefixes,
});

/** How many bytes lie below prefixes, as a listing of a small bucket gives them. */
export const s3Listing = z.strictObject({
  kind: z.literal("s3-listing"),
  s3: about("The bucket, or a prefix in it", s3),
  pool: onePool,
  prefixes,
});

/** An S3 Inventory that is read for usage. */
export type S3InventorySource = z.infer<typeof s3Inventory>;

/** A bucket that is listed for usage. */
export type S3ListingSource = z.infer<typeof s3Listing>;
