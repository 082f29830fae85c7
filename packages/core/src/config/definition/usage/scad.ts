import * as z from "zod/mini";
import { labelsOfDimensions, somePools, teamOfPod } from "./common.ts";

/** What pods were given of their machines, as the split cost allocation data of the bill tells it. */
export const scad = z.strictObject({
  kind: z.literal("scad"),
  pools: somePools,
  team: teamOfPod,
  dimensions: labelsOfDimensions,
});

/** The rows of a bill that split machines among pods. */
export type ScadSource = z.infer<typeof scad>;
