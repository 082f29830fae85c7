import * as z from "zod/mini";
import { about } from "../about.ts";
import { name, path, s3 } from "../values.ts";
import { onePool } from "./common.ts";

/** Who read and wrote how often, as data events of CloudTrail tell it: the metrics reads and writes. */
export const cloudtrail = z.strictObject({
  kind: z.literal("cloudtrail"),
  s3: z.optional(s3),
  path: z.optional(path),
  pool: onePool,
  resource: about("Only what was done to resources that match", z.optional(name)),
});

/** Data events that are counted for usage. */
export type CloudtrailSource = z.infer<typeof cloudtrail>;
