import type { Config } from "../../config/definition.ts";
import { endOf } from "../../config/moments.ts";
import { subjectMatcher } from "../match/match.ts";
import type { View } from "../match/view.ts";

/** Why a resource is left alone, and until when. */
export type Exemption = {
  /** Its place in the configuration, as `enforcement.exemptions[0]`, or the request for it, as `request 5d41402abc4b2a76`. */
  readonly rule: string;
  readonly reason: string;
  readonly owner: string | null;
  /** As the configuration has it; the instant at which it ends where somebody asked for it. */
  readonly until: string;
};

/**
 * Compiles when the last exemption of a resource ended, in epoch milliseconds; null where none did.
 *
 * @example lapsedExemptions(config)(view, Date.now()) // 1_798_761_600_000
 */
export function lapsedExemptions(config: Config): (view: View, now: number) => number | null {
  const compiled = config.enforcement.exemptions.map(({ match, until }) => ({
    matches: subjectMatcher(match),
    end: endOf(until),
  }));
  return (view, now) => {
    const ends = compiled.filter(({ end, matches }) => end <= now && matches(view)).map(({ end }) => end);
    return ends.length === 0 ? null : Math.max(...ends);
  };
}

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
