import * as z from "zod/mini";
import { cloudtrail } from "./usage/cloudtrail.ts";
import { cloudwatch } from "./usage/cloudwatch.ts";
import { csv, json } from "./usage/files.ts";
import { opencost } from "./usage/opencost.ts";
import { prometheus } from "./usage/prometheus.ts";
import { s3Inventory, s3Listing } from "./usage/s3.ts";
import { scad } from "./usage/scad.ts";

/** Where usage samples come from. */
export const usageSource = z.discriminatedUnion("kind", [
  prometheus,
  opencost,
  scad,
  s3Inventory,
  s3Listing,
  cloudwatch,
  cloudtrail,
  csv,
  json,
]);

/** One place where usage samples come from, as parsed. */
export type UsageSourceConfig = z.infer<typeof usageSource>;
