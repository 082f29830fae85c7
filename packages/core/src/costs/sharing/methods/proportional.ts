import { sharedLeaf } from "../../leaf.ts";
import { add, ZERO } from "../../rational.ts";
import { WeightsBuilder } from "../weights.ts";
import type { Method } from "./context.ts";

/** Every team weighs its direct cost and what pools gave it so far; a sum below zero weighs nothing. */
export const proportional: Method<"proportional"> = (_, { teams, direct, allocated }) => {
  const weights = new WeightsBuilder();
  const given = allocated();
  for (const team of teams) {
    weights.addLeaf(sharedLeaf(team), add({ n: direct.get(team) ?? 0n, d: 1n }, given.get(team) ?? ZERO));
  }
  return weights.build();
};
