import * as z from "zod/mini";
import { about } from "../about.ts";
import { name, secret, url } from "../values.ts";
import { labelsOfDimensions, somePools, teamOfPod } from "./common.ts";

/** What pods requested and used, and what services count, as Prometheus keeps it. */
export const prometheus = z.strictObject({
  kind: z.literal("prometheus"),
  url,
  pools: somePools,
  team: teamOfPod,
  dimensions: labelsOfDimensions,
  select: about('Label matchers for all metrics of pods and nodes, as cluster="ml"', z.optional(name)),
  metrics: about(
    "Further metrics, each by the PromQL that gives its amount per hour, with a label that names the team",
    z.optional(z.record(name, name)),
  ),
  token: about("A bearer token", z.optional(secret)),
  region: about(
    "The region of an Amazon Managed Service for Prometheus, whose requests are signed",
    z.optional(name),
  ),
});

/** A Prometheus that is asked for usage. */
export type PrometheusSource = z.infer<typeof prometheus>;
