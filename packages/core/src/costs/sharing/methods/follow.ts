import { WeightsBuilder } from "../weights.ts";
import type { Method } from "./context.ts";

/**
 * The pools named weigh what came through them, so that the money goes as theirs went, idle parts included;
 * pools that all kept theirs for want of usage give nothing to follow.
 */
export const follow: Method<"follow"> = ({ of }, { throughput, isHeld }) => {
  const weights = new WeightsBuilder();
  const named = [...new Set(of)].filter((pool) => throughput(pool).n > 0n);
  if (named.every(isHeld)) return weights.build();
  for (const pool of named) weights.addPool(pool, throughput(pool));
  return weights.build();
};
