import * as z from "zod/mini";
import { about } from "./about.ts";
import { name, some } from "./values.ts";

const keys = z.pipe(
  about(
    "One tag key, or several of which the first that is not empty decides",
    z.union([name, some(name)], "a tag key or a list of tag keys"),
  ),
  z.transform((value) => (typeof value === "string" ? [value] : value)),
);

/** The tag keys that each dimension is read from, first non-empty first. */
export const dimensions = z.strictObject({
  team: keys,
  project: z.optional(keys),
  workload: z.optional(keys),
  environment: z.optional(keys),
  experiment: z.optional(keys),
});

const when = about("Required where each of these tags has one of these values", z.record(name, some(name)));

/** The rule of one tag key. */
export const tagRule = z.strictObject({
  required: about(
    "Whether the tag must be there: true, false, or { when: { other-key: [value] } }",
    z._default(
      z.union([z.boolean(), z.strictObject({ when })], "true, false or { when: { other-key: [value] } }"),
      false,
    ),
  ),
  values: about("The values allowed; those of the team's key are teams", z.optional(some(name))),
  pattern: about(
    "A regular expression for the whole value, in RE2 syntax: no lookaround, no backreferences",
    z.optional(name),
  ),
});

/** The rule of one tag key, as parsed. */
export type TagRule = z.infer<typeof tagRule>;

/** How dirty tag values are read and repaired. */
export const normalize = z.strictObject({
  case: about(
    "Letters are read as lower case, as upper case, or as they are",
    z._default(z.enum(["lower", "upper", "keep"]), "lower"),
  ),
  trim: about("Whether space around a value is dropped", z._default(z.boolean(), true)),
  aliases: about("By tag key: other words for a value", z._default(z.record(name, z.record(name, name)), {})),
});

/** How dirty tag values are read and repaired, as parsed. */
export type Normalize = z.infer<typeof normalize>;
