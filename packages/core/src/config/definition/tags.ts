import * as z from "zod/mini";
import { name } from "./values.ts";

const keys = z.pipe(
  z.union([name, z.array(name).check(z.minLength(1))]),
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

/** The rule of one tag key. */
export const tagRule = z.strictObject({
  required: z._default(
    z.union([z.boolean(), z.strictObject({ when: z.record(name, z.array(name).check(z.minLength(1))) })]),
    false,
  ),
  values: z.optional(z.array(name).check(z.minLength(1))),
  pattern: z.optional(name),
});

/** The rule of one tag key, as parsed. */
export type TagRule = z.infer<typeof tagRule>;

/** How dirty tag values are read and repaired. */
export const normalize = z.strictObject({
  case: z._default(z.enum(["lower", "upper", "keep"]), "lower"),
  trim: z._default(z.boolean(), true),
  aliases: z._default(z.record(name, z.record(name, name)), {}),
});

/** How dirty tag values are read and repaired, as parsed. */
export type Normalize = z.infer<typeof normalize>;
