import { canonicalPart } from "../config/canonical.ts";
import type { Config } from "../config/definition.ts";
import type { Hash } from "../ports.ts";

/** Thresholds that ask for less than usual, so that somebody has to answer for them by name. */
export interface LaxThresholds {
  readonly place: string;
  readonly path: readonly string[];
  /** The hash of what they are. */
  readonly fingerprint: string;
  /** What they are, in words. */
  readonly figures: readonly string[];
}

/** What is asked for where a configuration says nothing. */
const USUAL = { days: 14, decided: 0.95, disputed: 0.02 };

/**
 * Whether a configuration judges its own rules by less than usual; null where it does not.
 *
 * @example laxThresholds(config, hash)?.place // "enforcement.readiness"
 */
export function laxThresholds({ enforcement: { readiness } }: Config, hash: Hash): LaxThresholds | null {
  const { days, decided, disputed } = readiness;
  if (days >= USUAL.days && decided >= USUAL.decided && disputed <= USUAL.disputed) return null;
  const path = ["enforcement", "readiness"];
  return {
    place: path.join("."),
    path,
    fingerprint: hash.sha256(canonicalPart(readiness, path)),
    figures: [
      `${days} of the usual ${USUAL.days} days`,
      `${decided} of the usual ${USUAL.decided} decided`,
      `${disputed} instead of the usual ${USUAL.disputed} disputed`,
    ],
  };
}
