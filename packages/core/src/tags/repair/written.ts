import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Standing } from "../evaluate/standing.ts";
import { nearOnly, plain } from "../near.ts";
import type { Reason } from "../reasons.ts";
import type { Proposal } from "./proposal.ts";

/** A value that stands somewhere, with the tags of the resource around it. */
export type Written = Extract<Standing, { readonly where: "here" | "misspelt" }>;

/**
 * What somebody wrote, as the schema would have it: in its spelling, or the only allowed value that is near; null
 * where neither is clear.
 *
 * @example respelt(schema, "ml-environment", { where: "here", value: "stagin" }, { reason: "not-listed", at })
 * // { value: "staging", by: "near-value", from: "stagin" }
 */
export function respelt(
  { meaning, words }: Evaluator,
  key: string,
  written: Written,
  { reason, at }: { readonly reason: Reason; readonly at: number },
): Proposal | null {
  const clear = meaning(key, written.value, at);
  const near = clear === null ? nearOnly(written.value, words(key)) : null;
  const value = clear ?? (near === null ? null : meaning(key, near, at));
  if (value === null) return null;
  if (written.where === "here") {
    return {
      value,
      by: clear === null ? "near-value" : reason === "alias" ? "alias" : "spelling",
      from: written.value,
    };
  }
  const by = clear === null ? "near-value" : "key";
  // A key that is only near may be somebody's own, whatever else hangs on it.
  const removes = written.spellings.filter((spelling) => plain(spelling) === plain(key));
  return { value, by, from: written.spellings.join(", "), removes };
}
