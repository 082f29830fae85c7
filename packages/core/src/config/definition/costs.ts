import * as z from "zod/mini";
import { about } from "./about.ts";
import { match } from "./match.ts";
import { decimal, globs, moment, name, some } from "./values.ts";

const list = z.pipe(
  globs,
  z.transform((value) => (typeof value === "string" ? [value] : value)),
);

/** What is ours to explain; the rest of the bill is one excluded total. */
export const scope = z.strictObject({
  accounts: about("Accounts, in quotes", z._default(list, ["*"])),
  services: about("Codes, names or aliases of services", z._default(list, ["*"])),
});

/** Virtual tags for charges that no tag describes. */
export const assignment = z.strictObject({
  match,
  set: about(
    "The dimensions that are filled where they are missing",
    z.strictObject({
      team: z.optional(name),
      project: z.optional(name),
      workload: z.optional(name),
      environment: z.optional(name),
      experiment: z.optional(name),
    }),
  ),
  from: about("The first day, or the instant, from which it holds", z.optional(moment)),
  until: about("The last day on which it holds, or the instant at which it ends", z.optional(moment)),
});

/** A virtual tag, as parsed. */
export type Assignment = z.infer<typeof assignment>;

const policy = z.optional(
  z.union(
    [z.literal("follow"), z.strictObject({ pool: name }), z.strictObject({ team: name })],
    "follow, { pool: NAME } or { team: NAME }",
  ),
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
  match: about(
    "The charges it takes; without match, only what policies and other pools give it",
    z.optional(match),
  ),
  includeTagged: about(
    "Whether it also takes charges whose own tag names a team",
    z._default(z.boolean(), false),
  ),
  order: about("last: settled after all other pools", z.optional(z.literal("last"))),
  onMissingUsage: about(
    "What happens where nothing says how to divide it",
    z._default(z.enum(["hold", "previous", "even", "proportional"]), "hold"),
  ),
};

const consumers = about("Teams, or other pools as pool:NAME; all teams if left out", z.optional(some(name)));
const shares = about(
  "Shares of teams, or of other pools as pool:NAME, that sum to exactly 1",
  z.record(name, decimal),
);
const metric = about(
  "What it is divided by: metrics of the usage, each with its weight",
  z.record(name, decimal),
);
const idle = about(
  "share: capacity that nobody used is everybody's; separate: it stays unallocated",
  z._default(z.enum(["share", "separate"]), "share"),
);
const leaders = about("Pools whose outcome divides this one", some(name));

/** Charges to be shared, and how they are divided. */
export const pool = z.discriminatedUnion("method", [
  z.strictObject({ ...placement, method: z.literal("even"), to: consumers }),
  z.strictObject({ ...placement, method: z.literal("fixed"), shares }),
  z.strictObject({ ...placement, method: z.literal("proportional") }),
  z.strictObject({ ...placement, method: z.literal("usage"), metric, idle }),
  z.strictObject({ ...placement, method: z.literal("follow"), of: leaders }),
]);

/** Charges to be shared, as parsed. */
export type Pool = z.infer<typeof pool>;

const FRACTION = "a fraction above 0, such as 0.8";

/** One budget of what it matches, and the fractions at which to alert. */
export const budget = z.strictObject({
  match,
  monthly: about("The amount for a month, in the currency of reports", decimal),
  alert: about(
    "The fractions of it at which to alert",
    z._default(z.array(z.number(FRACTION).check(z.positive(FRACTION))), [1]),
  ),
});
