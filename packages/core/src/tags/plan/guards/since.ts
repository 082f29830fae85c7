import { startOf } from "../../../config/moments.ts";
import type { Guard } from "../guard.ts";
import { isMoreThanNotice } from "./at-most-notified.ts";

/** What was there before the rules began is at most notified. */
export const since: Guard = {
  name: "since",
  compile: ({ enforcement }) => {
    if (enforcement.since === undefined) return () => null;
    const start = startOf(enforcement.since);
    const hold = { reason: `it was made before ${enforcement.since}, when enforcement begins` };
    return (effect, { created }) => (isMoreThanNotice(effect) && !(created >= start) ? hold : null);
  },
};
