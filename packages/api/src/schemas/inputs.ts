import * as z from "zod/mini";
import { instant } from "./values.ts";

/** What was read, and what became of each. */
export const inputs = z.strictObject({
  items: z.array(
    z.strictObject({
      source: z.string(),
      fingerprint: z.string(),
      at: instant,
      outcome: z.enum(["complete", "broken"]),
      problem: z.nullable(z.string()),
      counts: z.record(z.string(), z.int()),
    }),
  ),
});
