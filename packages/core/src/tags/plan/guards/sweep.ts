import type { Guard } from "../guard.ts";
import { isMoreThanNotice } from "./at-most-notified.ts";

/** What only a sweep found is at most notified: nobody knows when it was made, or by whom. */
export const sweep: Guard = {
  name: "sweep",
  compile: () => {
    const hold = { reason: "only a sweep found it, and no event tells of its creation" };
    return (effect, { foundBy }) => (isMoreThanNotice(effect) && foundBy === "sweep" ? hold : null);
  },
};
