import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import { type Repair, WAYS } from "../repair/repair.ts";
import type { Resolution } from "../resolve/resolution.ts";

/** Says whether the evidence for a repair is good enough to write it. */
export type GoodEvidence = (repair: Repair, owner: Resolution) => boolean;

/**
 * Compiles which repairs may be written: whoever writes a team says who pays, so a team that nobody wrote as it is
 * needs `enforcement.confidence`, also where it is only near to what somebody wrote.
 *
 * @example evidenceOf(config)({ key: "ml-team", value: "vision", by: "owner", … }, owner) // owner.confidence >= 0.8
 */
export function evidenceOf(config: Config): GoodEvidence {
  const teamKeys = dimensionKeys(config, "team");
  const { confidence: least } = config.enforcement;
  return ({ key, value, by }, { team, confidence }) => {
    const isGuess = WAYS[by].inferred || by === "near-value";
    return !teamKeys.includes(key) || !isGuess || (team === value && confidence >= least);
  };
}
