import { didYouMean } from "@tagledger/core/config/suggestion";
import { badInput } from "@tagledger/core/errors";
import { LIMITS, type PolicyTarget } from "@tagledger/core/policy/limits";

/** The languages that can be written, in the order in which help lists them. */
export const TARGETS = Object.keys(LIMITS) as PolicyTarget[];
/** Languages that this version does not write. */
const NOT_WRITTEN = ["scp", "tag-policy", "azure", "gcp"];

/**
 * Reads the name of a language.
 *
 * @throws bad-input naming the nearest one, or that this version does not write it
 */
export function readTarget(text: string): PolicyTarget {
  const found = TARGETS.find((each) => each === text.toLowerCase());
  if (found !== undefined) return found;
  const choice = `one of ${TARGETS.join(", ")}`;
  if (NOT_WRITTEN.includes(text.toLowerCase())) {
    throw badInput(`--target ${text}: this version does not write it; expected ${choice}`);
  }
  throw badInput(
    `--target: there is no target "${text}"${didYouMean(text, TARGETS) || `: expected ${choice}`}`,
  );
}
