import type { Guard } from "../guard.ts";

const DAY = 86_400_000;

/** What was written and taken off again within a day is somebody's will, or that of a tool: a person decides. */
export const rewritten: Guard = {
  name: "rewritten",
  compile:
    () =>
    (effect, { history: { repaired = [] }, now }) => {
      if (effect.remedy !== "tag") return null;
      const again = repaired.findLast(
        ({ at, set }) =>
          now < at + DAY &&
          effect.repairs.some(({ key, value }) => Object.hasOwn(set, key) && set[key] === value),
      );
      return again === undefined
        ? null
        : { reason: "the same was written within the last day, and taken off again", until: again.at + DAY };
    },
};
