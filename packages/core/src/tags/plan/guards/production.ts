import { compareEnvironments, type Named } from "../environment/compare.ts";
import { environmentsSaid } from "../environment/said.ts";
import type { Guard } from "../guard.ts";
import { isMoreThanNotice } from "./at-most-notified.ts";

/**
 * Production, and whatever may be, is at most notified unless the rule names it. Anybody can write a tag, and a tag may
 * be wrong: one sign of production is enough.
 */
export const production: Guard = {
  name: "production",
  compile: (config, schema) => {
    const said = environmentsSaid(config, schema);
    const { isProduction, named } = compareEnvironments(config);
    return (effect, { standing, rule }) => {
      if (!isMoreThanNotice(effect)) return null;
      const { established, hinted, isUnclear } = said(standing.judgement.subject);
      if (isUnclear) return hold("what its tags say of its environment is not clear");
      if (established.length === 0) return hold("nothing establishes its environment");
      const isNamed: Named = named(rule.match);
      const unnamed = [...established, ...hinted].find((value) => isProduction(value) && !isNamed(value));
      return unnamed === undefined
        ? null
        : { reason: `its environment is ${unnamed}, which is production, and its rule does not name it` };
    };
  },
};

function hold(why: string) {
  return { reason: `${why}, so it counts as production` };
}
