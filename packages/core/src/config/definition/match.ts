import * as z from "zod/mini";
import { globs, name } from "./values.ts";

/** The five dimensions of spend, in the order reports show them. */
export const DIMENSIONS = ["team", "project", "workload", "environment", "experiment"] as const;

/** One of the five dimensions of spend. */
export type Dimension = (typeof DIMENSIONS)[number];

const dimension = z.optional(globs);

/** What a rule applies to: all keys given must hold. */
export const match = z.strictObject({
  account: z.optional(globs),
  region: z.optional(globs),
  service: z.optional(globs),
  usageType: z.optional(globs),
  lineItemType: z.optional(globs),
  resource: z.optional(globs),
  type: z.optional(globs),
  principal: z.optional(globs),
  tags: z.optional(z.record(name, globs)),
  team: dimension,
  project: dimension,
  workload: dimension,
  environment: dimension,
  experiment: dimension,
});

/** What a rule applies to, as parsed. */
export type Match = z.infer<typeof match>;
