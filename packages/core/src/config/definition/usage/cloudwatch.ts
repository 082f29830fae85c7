import * as z from "zod/mini";
import { about } from "../about.ts";
import { name } from "../values.ts";
import { onePool } from "./common.ts";

/** What services publish about their teams. */
export const cloudwatch = z.strictObject({
  kind: z.literal("cloudwatch"),
  namespace: name,
  region: z.optional(name),
  pool: onePool,
  dimension: about("The dimension that names the team", z._default(name, "team")),
  metrics: about(
    "The pool's metrics and what CloudWatch calls them; the same names if left out",
    z.optional(z.record(name, name)),
  ),
  where: about("Further dimensions that must hold", z.optional(z.record(name, name))),
});

/** A CloudWatch that is asked for usage. */
export type CloudwatchSource = z.infer<typeof cloudwatch>;
