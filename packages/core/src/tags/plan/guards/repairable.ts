import type { Guard } from "../guard.ts";

/** What can be put right without asking anybody is no violation. */
export const repairable: Guard = {
  name: "repairable",
  compile: () => {
    const hold = { reason: "its tags can be put right without asking anybody, so it does not violate" };
    return ({ remedy }, { standing }) =>
      remedy === "quarantine" && standing.state !== "violating" ? hold : null;
  },
};
