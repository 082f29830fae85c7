import * as z from "zod/mini";
import { about } from "../about.ts";
import { secret, url } from "../values.ts";
import { labelsOfDimensions, somePools, teamOfPod } from "./common.ts";

/** What workloads were allocated, as OpenCost tells it. */
export const opencost = z.strictObject({
  kind: z.literal("opencost"),
  url,
  pools: somePools,
  team: teamOfPod,
  dimensions: labelsOfDimensions,
  token: about("A bearer token", z.optional(secret)),
});

/** An OpenCost that is asked for usage. */
export type OpencostSource = z.infer<typeof opencost>;
