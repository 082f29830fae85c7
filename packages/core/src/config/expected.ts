import { type core, ZodMiniObject } from "zod/mini";
import { oneOf } from "./suggestion.ts";

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
};

/**
 * Says what a definition wanted where it has no words of its own for it, so that every issue's message is
 * what was expected; for an unknown key it is the list of the keys that are known there.
 *
 * @example expected({ code: "invalid_type", expected: "string", … }) // "text"
 */
export function expected(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? issue.expected;
    case "invalid_value":
      return oneOf(issue.values.map(String));
    case "invalid_union":
      return issue.inclusive !== false && issue.options !== undefined
        ? oneOf(issue.options.map(String))
        : "another value";
    case "invalid_key":
      return issue.issues[0]?.message ?? "another key";
    case "unrecognized_keys":
      return issue.inst instanceof ZodMiniObject ? Object.keys(issue.inst._zod.def.shape).join(", ") : "";
    default:
      return "another value";
  }
}
