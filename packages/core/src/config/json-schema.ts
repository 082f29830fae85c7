import * as z from "zod/mini";
import { descriptions } from "./definition/about.ts";
import { definition } from "./definition.ts";

/** A JSON Schema (draft 2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of `tagledger.yaml`, from the definition that loading uses, for editors to complete and check.
 *
 * @example JSON.stringify(jsonSchema(), null, 2) // the text of tagledger.schema.json
 */
export function jsonSchema(): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(definition, { io: "input", metadata: descriptions });
  return { $schema, title: "Tagledger configuration", ...rest };
}
