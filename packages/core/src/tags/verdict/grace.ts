import type { Config } from "../../config/definition.ts";
import { millisecondsOf } from "../../config/duration.ts";
import { subjectMatcher } from "../match/match.ts";
import type { View } from "../match/view.ts";

/** The time between sight and verdict, and what gives it. */
export type Grace = {
  readonly milliseconds: number;
  /** Its place in the configuration, as `enforcement.rules[0]` or `enforcement.default`. */
  readonly rule: string;
};

/**
 * Compiles the grace of resources: that of the first rule that matches; where it says nothing, or none matches, the
 * default.
 *
 * @example graceOf(config)(view) // { milliseconds: 7_200_000, rule: "enforcement.rules[0]" }
 */
export function graceOf(config: Config): (view: View) => Grace {
  const { rules, default: defaults } = config.enforcement;
  const byDefault = { milliseconds: millisecondsOf(defaults.grace), rule: "enforcement.default" };
  const compiled = rules.map(({ match, grace }, index) => ({
    matches: subjectMatcher(match),
    grace:
      grace === undefined
        ? byDefault
        : { milliseconds: millisecondsOf(grace), rule: `enforcement.rules[${index}]` },
  }));
  return (view) => compiled.find(({ matches }) => matches(view))?.grace ?? byDefault;
}
