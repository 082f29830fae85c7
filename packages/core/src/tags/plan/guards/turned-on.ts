import type { Guard } from "../guard.ts";

/** A rule quarantines nothing before somebody turned it on, who has seen how it did without. */
export const turnedOn: Guard = {
  name: "turned-on",
  compile: () => {
    const hold = { reason: "its rule was not turned on: tagledger config publish" };
    return (effect, { rule }) =>
      effect.remedy === "quarantine" && rule.mode !== "observe" && !rule.isTurnedOn ? hold : null;
  },
};
