import type { Guard } from "../guard.ts";

/** What cannot be undone is for a person to do, whatever a rule allows. */
export const final: Guard = {
  name: "final",
  compile: () => (effect) =>
    effect.remedy === "quarantine" && effect.class === "final"
      ? { reason: `${effect.name} cannot be undone, so a person decides`, ask: true }
      : null,
};
