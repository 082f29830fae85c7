import { RE2JS } from "re2js";
import { remember } from "../../text/remember.ts";

const REMEMBERED = 4096;

/**
 * Compiles a pattern for whole values, in time linear in the value. Values repeat, so their answers are remembered.
 *
 * @example wholeMatch("exp-[0-9a-z]{4,}")("exp-ab12") // true
 */
export function wholeMatch(pattern: string): (value: string) => boolean {
  const compiled = RE2JS.compile(pattern);
  return remember((value) => compiled.matches(value), REMEMBERED);
}
