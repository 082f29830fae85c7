import type { Guard } from "../guard.ts";
import { lastQuarantine } from "../told.ts";

const DAY = 86_400_000;

/**
 * What is quarantined is not quarantined in another way as well, nor told of as if that were to come. A second quarantine
 * within a day waits for a person: somebody released it, or something does not work.
 */
export const repeated: Guard = {
  name: "repeated",
  compile:
    () =>
    (effect, { standing, history, now }) => {
      if (history.isQuarantined === true && (effect.remedy === "quarantine" || effect.remedy === "notify")) {
        return { reason: "it is quarantined" };
      }
      const last = lastQuarantine(history);
      const until = last + DAY;
      if (now >= until) return null;
      if (effect.remedy === "quarantine") return { reason: "it was quarantined within the last day", until };
      // The quarantine itself told of this deviation, and not of one that came after it.
      const isSame = standing.since !== null && standing.since <= last;
      return effect.remedy === "notify" && isSame
        ? { reason: "it was quarantined for this within the last day", until }
        : null;
    },
};
