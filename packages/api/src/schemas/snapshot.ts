import * as z from "zod/mini";
import { head } from "./report.ts";
import { amount, instant, snapshotId } from "./values.ts";

const causes = z.strictObject({ bill: amount, usage: amount, configuration: amount });

/** A snapshot, as far as it is seen. */
export const snapshot = z.strictObject({
  ...head,
  digest: z.string(),
  at: instant,
  configuration: z.string(),
  previous: z.nullable(snapshotId),
  bills: z.array(z.strictObject({ export: z.string(), version: z.string(), sequence: z.int() })),
  sources: z.nullable(
    z.array(
      z.strictObject({
        name: z.string(),
        rows: z.int(),
        coverage: z.array(
          z.strictObject({ pool: z.string(), metric: z.string(), hours: z.int(), of: z.int() }),
        ),
        notes: z.array(z.string()),
        problem: z.nullable(z.string()),
        pools: z.optional(z.array(z.string())),
      }),
    ),
  ),
  difference: z.nullable(
    z.strictObject({
      since: z.string(),
      teams: z.array(
        z.strictObject({
          team: z.nullable(z.string()),
          before: amount,
          after: amount,
          causes: z.nullable(causes),
        }),
      ),
    }),
  ),
});
