import type { Config } from "../../config/definition.ts";
import { endOf } from "../../config/moments.ts";
import { subjectMatcher } from "../match/match.ts";
import type { View } from "../match/view.ts";

/** Why a resource is left alone, and until when. */
export type Exemption = {
  /** Its place in the configuration, as `enforcement.exemptions[0]`. */
  readonly rule: string;
  readonly reason: string;
  readonly owner: string | null;
  /** As the configuration has it. */
  readonly until: string;
};

/**
 * Compiles `enforcement.exemptions`: the first that matches and has not ended at an instant.
 *
 * @example exemptions(config)(view, Date.now())?.reason // "migration"
 */
export function exemptions(config: Config): (view: View, now: number) => Exemption | null {
  const compiled = config.enforcement.exemptions.map(({ match, reason, owner = null, until }, index) => ({
    matches: subjectMatcher(match),
    end: endOf(until),
    exemption: { rule: `enforcement.exemptions[${index}]`, reason, owner, until },
  }));
  return (view, now) => {
    for (const { end, matches, exemption } of compiled) {
      if (now < end && matches(view)) return exemption;
    }
    return null;
  };
}
