import * as z from "zod/mini";
import { descriptions } from "../config/definition/about.ts";
import type { JsonSchema } from "../config/json-schema.ts";
import type { EventType } from "./event-type.ts";

/**
 * The JSON Schema of what an event tells, its `detail`, from the definition that examples are held against.
 *
 * @example eventSchema(violatingType).title // "ResourceViolating"
 */
export function eventSchema({ name, when, detail }: EventType): JsonSchema {
  // What is added later must not break whoever checks what they hear.
  const { $schema, ...rest } = z.toJSONSchema(detail, { io: "input", metadata: descriptions });
  return { $schema, title: name, description: when, ...rest };
}
