import { RE2JS, RE2JSException } from "re2js";
import type { TagRule } from "../definition/tags.ts";
import type { Config } from "../definition.ts";
import type { Flaw } from "../problem.ts";

/** A pattern must be one that takes linear time, and must fit every value listed beside it. */
export function checkPatterns(config: Config): Flaw[] {
  return Object.entries(config.tags).flatMap(([key, rule]) => flawsOf(key, rule));
}

function flawsOf(key: string, { pattern, values = [] }: TagRule): Flaw[] {
  if (pattern === undefined) return [];
  const written = JSON.stringify(pattern);
  const compiled = compile(pattern);
  if (typeof compiled === "string") {
    const message = `got ${written}, expected a regular expression in RE2 syntax: ${compiled}`;
    return [{ path: ["tags", key, "pattern"], message }];
  }
  return values.flatMap((value, index) => {
    if (compiled.matches(value)) return [];
    return [
      { path: ["tags", key, "values", index], message: `"${value}" does not match the pattern ${written}` },
    ];
  });
}

/** The compiled pattern, or the reason why there is none. */
function compile(pattern: string): RE2JS | string {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const reason = error.message.replace("error parsing regexp: ", "");
    const unbounded = /\(\?<?[=!]|\\[1-9]/.test(pattern);
    return unbounded ? `${reason} (lookaround and backreferences take unbounded time)` : reason;
  }
}
