import { evidenceOf } from "../evidence.ts";
import type { Guard } from "../guard.ts";

/** No team is written on thin evidence. */
export const evidence: Guard = {
  name: "evidence",
  compile: (config) => {
    const isGood = evidenceOf(config);
    const least = config.enforcement.confidence;
    return (effect, { standing }) => {
      if (effect.remedy !== "tag") return null;
      const { owner } = standing.judgement;
      const doubtful = effect.repairs.find((repair) => !isGood(repair, owner));
      return doubtful === undefined
        ? null
        : { reason: `what speaks for ${doubtful.key}=${doubtful.value} is less than the ${least} it needs` };
    };
  },
};
