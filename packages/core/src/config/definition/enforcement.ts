import * as z from "zod/mini";
import { match } from "./match.ts";
import { decimal, duration, glob, moment, name, ratio } from "./values.ts";

const step = z.enum(["notify", "repair", "quarantine"]);
const mode = z.union([z.literal("observe"), step, z.array(step).check(z.minLength(1))]);
const count = z.int().check(z.nonnegative());

/** What one rule does to resources that break the schema. */
export const rule = z.strictObject({
  match,
  mode: z.optional(mode),
  grace: z.optional(duration),
  deadline: z.optional(duration),
  allow: z._default(z.array(name), []),
});

const environment = z.strictObject({
  accounts: z._default(z.array(glob), []),
  organizationalUnits: z._default(z.array(glob), []),
});

const exemption = z.strictObject({ match, reason: name, owner: z.optional(name), until: moment });

/** Enforcement: everything off until somebody turns it on. */
export const enforcement = z.strictObject({
  since: z.optional(moment),
  stop: z._default(z.boolean(), false),
  principals: z._default(z.array(glob), ["arn:aws:iam::*:role/tagledger-*"]),
  default: z.prefault(
    z.strictObject({
      mode: z._default(mode, "observe"),
      grace: z._default(duration, "1h"),
      deadline: z._default(duration, "24h"),
    }),
    {},
  ),
  rules: z._default(z.array(rule), []),
  environments: z._default(z.record(name, environment), {}),
  production: z._default(z.array(name), ["prod"]),
  readiness: z.prefault(
    z.strictObject({
      days: z._default(count, 14),
      decided: z._default(ratio, 0.95),
      disputed: z._default(ratio, 0.02),
    }),
    {},
  ),
  breaker: z.prefault(
    z.strictObject({
      perAccountPerHour: z._default(count, 5),
      perOrganizationPerHour: z._default(count, 20),
      usdPerHour: z._default(decimal, "500"),
    }),
    {},
  ),
  exemptions: z._default(z.array(exemption), []),
  confidence: z._default(ratio, 0.8),
});
