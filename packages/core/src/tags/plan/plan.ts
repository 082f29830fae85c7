import type { Effect, Notice, Step } from "./effects.ts";
import type { Mode } from "./rule.ts";

/** What a guard holds back, and why. */
export type Withheld = {
  readonly step: Effect;
  /** Its name, as `production`. */
  readonly guard: string;
  /** In words for people. */
  readonly reason: string;
  /** Epoch milliseconds at which the guard lets it go; null where time alone never does. */
  readonly until: number | null;
};

/** What to do about one resource, as values: nothing acts yet. */
export type Plan = {
  /** The place of its rule in the configuration, as `enforcement.rules[1]` or `enforcement.default`. */
  readonly rule: string;
  readonly mode: Mode;
  readonly do: readonly Step[];
  /** For a person to decide. */
  readonly propose: readonly Step[];
  readonly notify: Notice | null;
  /** Epoch milliseconds at which it has to be planned again; null where nothing but news can change it. */
  readonly due: number | null;
  /** Of what is quarantined: the guards that say it should not be, whatever its rule; absent where none does. */
  readonly forbidden?: readonly string[];
  /** What the rule allows and is not done, once for every guard that holds it. */
  readonly withheld: readonly Withheld[];
};
