import type { Verdict } from "../tags/verdict/judge.ts";

/** Named one by one, so that a verdict that is missing here does not compile. */
const EVERY: Readonly<Record<Verdict, true>> = {
  compliant: true,
  exempt: true,
  repairable: true,
  undecided: true,
  violating: true,
};

/** All verdicts there are. */
export const VERDICTS = Object.keys(EVERY) as readonly Verdict[];
