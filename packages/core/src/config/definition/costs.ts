import * as z from "zod/mini";
import { match } from "./match.ts";
import { decimal, globs, moment, name } from "./values.ts";

const list = z.pipe(
  globs,
  z.transform((value) => (typeof value === "string" ? [value] : value)),
);

/** What is ours to explain; the rest of the bill is one excluded total. */
export const scope = z.strictObject({
  accounts: z._default(list, ["*"]),
  services: z._default(list, ["*"]),
});

/** Virtual tags for charges that no tag describes. */
export const assignment = z.strictObject({
  match,
  set: z.strictObject({
    team: z.optional(name),
    project: z.optional(name),
    workload: z.optional(name),
    environment: z.optional(name),
    experiment: z.optional(name),
  }),
  from: z.optional(moment),
  until: z.optional(moment),
});

/** A virtual tag, as parsed. */
export type Assignment = z.infer<typeof assignment>;

const policy = z.optional(
  z.union([z.literal("follow"), z.strictObject({ pool: name }), z.strictObject({ team: name })]),
);

/** Where charges go whose kind decides, whatever their tags. */
export const policies = z.strictObject({
  tax: policy,
  credit: policy,
  refund: policy,
  discount: policy,
  support: policy,
  unusedCommitment: policy,
});

/** The kinds of charge that a policy can place. */
export type PolicyKind = keyof z.infer<typeof policies>;

const placement = {
  name,
  match: z.optional(match),
  includeTagged: z._default(z.boolean(), false),
  order: z.optional(z.literal("last")),
  onMissingUsage: z._default(z.enum(["hold", "previous", "even", "proportional"]), "hold"),
};

/** Charges to be shared, and how they are divided. */
export const pool = z.discriminatedUnion("method", [
  z.strictObject({
    ...placement,
    method: z.literal("even"),
    to: z.optional(z.array(name).check(z.minLength(1))),
  }),
  z.strictObject({ ...placement, method: z.literal("fixed"), shares: z.record(name, decimal) }),
  z.strictObject({ ...placement, method: z.literal("proportional") }),
  z.strictObject({
    ...placement,
    method: z.literal("usage"),
    metric: z.record(name, decimal),
    idle: z._default(z.enum(["share", "separate"]), "share"),
  }),
  z.strictObject({ ...placement, method: z.literal("follow"), of: z.array(name).check(z.minLength(1)) }),
]);

/** Charges to be shared, as parsed. */
export type Pool = z.infer<typeof pool>;

/** One budget of what it matches, and the fractions at which to alert. */
export const budget = z.strictObject({
  match,
  monthly: decimal,
  alert: z._default(z.array(z.number().check(z.positive())), [1]),
});
