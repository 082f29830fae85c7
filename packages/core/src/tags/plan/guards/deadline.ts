import type { Guard } from "../guard.ts";

/**
 * Nothing is quarantined without a notice before, and the time that it gave. A notice that announced no quarantine
 * warned of none, and a deadline that was named is kept where a rule has since become stricter.
 */
export const deadline: Guard = {
  name: "deadline",
  compile:
    () =>
    (effect, { rule, told, now, history }) => {
      // What is quarantined was announced, and waits for nothing.
      if (effect.remedy !== "quarantine" || history.isQuarantined === true) return null;
      // What a person decides needs no announcement.
      if (told === null || (told.deadline === null && effect.class !== "final")) {
        return rule.mode !== "observe" && rule.mode.includes("notify")
          ? { reason: "nobody was told yet that this would follow", until: now + rule.deadline }
          : { reason: "nobody was told that this would follow, and its rule does not notify" };
      }
      const end = Math.max(told.at + rule.deadline, told.deadline ?? told.at);
      return now < end ? { reason: "the time since the notice has not passed", until: end } : null;
    },
};
