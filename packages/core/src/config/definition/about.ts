import * as z from "zod/mini";

/** What editors show beside a key: the descriptions that the JSON Schema carries. */
export const descriptions = z.registry<{ description: string }>();

/**
 * The same schema with a description of its own; the schema handed in keeps its.
 *
 * @example about("Who is told", z.optional(email))
 */
export function about<Schema extends z.ZodMiniType>(description: string, schema: Schema): Schema {
  const described = schema.clone();
  descriptions.add(described, { description });
  return described;
}
