import type { Guard } from "../guard.ts";

/** What may lose work has to be allowed by its name. */
export const lossy: Guard = {
  name: "lossy",
  compile:
    () =>
    (effect, { rule }) => {
      if (effect.remedy !== "quarantine" || effect.class !== "lossy") return null;
      return rule.allow.includes(effect.name)
        ? null
        : { reason: `${effect.name} may lose work or data, and its rule does not allow it by name` };
    },
};
