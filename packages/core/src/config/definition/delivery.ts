import * as z from "zod/mini";
import { duration, email, name } from "./values.ts";

const url = z.string().check(z.regex(/^https?:\/\/\S+$/));
const byLabel = z.strictObject({ label: z.optional(name), namespace: z.optional(z.boolean()) });
const s3 = z.string().check(z.regex(/^s3:\/\/[a-z0-9.-]{3,63}(\/.*)?$/));

/** Where usage samples come from. */
export const usageSource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("prometheus"), url, team: z.optional(byLabel) }),
  z.strictObject({ kind: z.literal("opencost"), url, team: z.optional(byLabel) }),
  z.strictObject({ kind: z.literal("scad"), team: z.optional(byLabel) }),
  z.strictObject({ kind: z.literal("s3-inventory"), s3, pool: z.optional(name) }),
  z.strictObject({
    kind: z.literal("cloudwatch"),
    namespace: name,
    region: z.optional(name),
    pool: z.optional(name),
  }),
  z.strictObject({ kind: z.literal("csv"), path: name }),
]);

/** Where bills are delivered. */
export const billSource = z.union([z.strictObject({ s3 }), z.strictObject({ path: name })]);

/** Who is told, and over which channel. */
export const notify = z.strictObject({
  slack: z.optional(z.strictObject({ webhook: z.string().check(z.regex(/^secret:[A-Za-z0-9_]+$/)) })),
  email: z.optional(z.strictObject({ from: email })),
  sns: z.optional(z.string().check(z.regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:\S+$/))),
  fallback: z.optional(z.strictObject({ email: z.array(email).check(z.minLength(1)) })),
});

/** How reports are shown and who may read them. */
export const reports = z.strictObject({
  timeZone: z._default(name, "UTC"),
  emailDay: z._default(z.int().check(z.gte(1), z.lte(28)), 3),
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  auth: z.optional(
    z.strictObject({
      issuer: url,
      audience: name,
      teamsClaim: z._default(name, "groups"),
      seeAll: z._default(z.array(name), []),
    }),
  ),
});

/** How long what is kept. */
export const retention = z.strictObject({
  personalData: z._default(duration, "400d"),
  billVersions: z._default(z.int().check(z.gte(1)), 12),
});
