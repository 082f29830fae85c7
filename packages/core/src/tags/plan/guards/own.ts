import { ownActions } from "../../own-action.ts";
import type { Guard } from "../guard.ts";

/** What we made ourselves is not judged: remedies must not chase what remedies left behind. */
export const own: Guard = {
  name: "own",
  compile: (config) => {
    const isOwn = ownActions(config);
    const hold = { reason: "one of our own principals made it" };
    return (_effect, { standing }) => {
      const { actor } = standing.judgement.subject;
      return actor !== null && isOwn(actor) ? hold : null;
    };
  },
};
