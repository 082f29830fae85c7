import type { Guard } from "../guard.ts";

/** Where a rule only observes, what would be done is shown and nothing leaves. */
export const observe: Guard = {
  name: "observe",
  compile: () => {
    const hold = { reason: "its rule only observes" };
    return (_effect, { rule }) => (rule.mode === "observe" ? hold : null);
  },
};
