import * as z from "zod/mini";
import { about } from "./about.ts";
import { globs, name } from "./values.ts";

/** The five dimensions of spend, in the order reports show them. */
export const DIMENSIONS = ["team", "project", "workload", "environment", "experiment"] as const;

/** One of the five dimensions of spend. */
export type Dimension = (typeof DIMENSIONS)[number];

const dimension = z.optional(globs);

/** What a rule applies to: all keys given must hold. */
export const match = about(
  "All keys given must hold; * stands for any characters, ? for one; a list needs one that fits",
  z.strictObject({
    account: about("The account, in quotes", z.optional(globs)),
    region: about("The region, as eu-central-1", z.optional(globs)),
    service: about(
      "The provider's code or name of a service, or an alias such as bedrock",
      z.optional(globs),
    ),
    usageType: about("The bill's usage type, as *:p5.*", z.optional(globs)),
    lineItemType: about("The bill's line item type, or its charge category", z.optional(globs)),
    resource: about("An ARN, a bare bucket name or a bare instance id", z.optional(globs)),
    type: about("The type of a resource, as ec2:instance", z.optional(globs)),
    principal: about("Who created it: a role with every session of it, or a user", z.optional(globs)),
    tags: about("Tags by key, after normalisation", z.optional(z.record(name, globs))),
    team: dimension,
    project: dimension,
    workload: dimension,
    environment: dimension,
    experiment: dimension,
  }),
);

/** What a rule applies to, as parsed. */
export type Match = z.infer<typeof match>;
