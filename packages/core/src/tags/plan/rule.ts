import type { Match } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { millisecondsOf } from "../../config/duration.ts";
import { subjectMatcher } from "../match/match.ts";
import type { View } from "../match/view.ts";

/** What a rule may permit: none follows from another. */
export type Permission = "notify" | "repair" | "quarantine";

/** What is permitted; `observe` permits nothing, and shows what would be done were everything permitted. */
export type Mode = "observe" | readonly Permission[];

/** What holds for a resource. */
export type EnforcementRule = {
  /** Its place in the configuration, as `enforcement.rules[0]` or `enforcement.default`. */
  readonly place: string;
  readonly mode: Mode;
  /** From notified to quarantined, in milliseconds. */
  readonly deadline: number;
  /** The lossy remedies that it allows, by name. */
  readonly allow: readonly string[];
  /** What it matches; null of the default. */
  readonly match: Match | null;
  /** Whether somebody turned it on, so that it may quarantine. */
  readonly isTurnedOn: boolean;
};

/** Says whether the rule at a place of the configuration was turned on. */
export type TurnedOn = (place: string) => boolean;

type Written = Config["enforcement"]["default"]["mode"];

/**
 * Compiles which rule holds for a resource: the first that matches, which takes from the default what it does not say;
 * where none matches, the default.
 *
 * @example rulesOf(config)(view) // { place: "enforcement.rules[0]", mode: ["notify"], deadline: 14_400_000, … }
 */
export function rulesOf(config: Config, isTurnedOn: TurnedOn = () => true): (view: View) => EnforcementRule {
  const { rules, default: defaults } = config.enforcement;
  const byDefault: EnforcementRule = {
    place: "enforcement.default",
    mode: modeOf(defaults.mode),
    deadline: millisecondsOf(defaults.deadline),
    allow: [],
    match: null,
    isTurnedOn: isTurnedOn("enforcement.default"),
  };
  const compiled = rules.map(({ match, mode, deadline, allow }, index) => ({
    matches: subjectMatcher(match),
    rule: {
      place: `enforcement.rules[${index}]`,
      mode: mode === undefined ? byDefault.mode : modeOf(mode),
      deadline: deadline === undefined ? byDefault.deadline : millisecondsOf(deadline),
      allow,
      match,
      isTurnedOn: isTurnedOn(`enforcement.rules[${index}]`),
    },
  }));
  return (view) => compiled.find(({ matches }) => matches(view))?.rule ?? byDefault;
}

/** Says whether something would be done under a mode, were it not for any guard. */
export function wants(mode: Mode, permission: Permission): boolean {
  return mode === "observe" || mode.includes(permission);
}

function modeOf(mode: Written): Mode {
  if (mode === "observe") return mode;
  return typeof mode === "string" ? [mode] : mode;
}
