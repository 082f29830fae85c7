import * as z from "zod/mini";
import { about } from "../config/definition/about.ts";

/** An instant, as events write it. */
export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));

/** What something costs an hour. */
export const hourly = about(
  "What it costs an hour while it runs; null where nobody knows",
  z.nullable(
    z.object({
      amount: about("An exact decimal: read it as text, not as a number", z.string()),
      currency: about("ISO 4217", z.string()),
    }),
  ),
);

/** What a remedy reads and writes of a resource, by name. */
export const fields = z.record(z.string(), z.unknown());

/** What something costs an hour, as an exact decimal. */
export type Hourly = { readonly amount: string; readonly currency: string } | null;

/**
 * The text of an instant.
 *
 * @example isoInstant(1788220800000) // "2026-09-01T00:00:00.000Z"
 */
export function isoInstant(at: number): string {
  return new Date(at).toISOString();
}
