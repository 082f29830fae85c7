import { ONE } from "../../rational.ts";
import { WeightsBuilder } from "../weights.ts";
import { addConsumer } from "./consumer.ts";
import type { Method } from "./context.ts";

/** Everyone in `to`, or every team, weighs the same. */
export const even: Method<"even"> = ({ to }, { teams }) => {
  const weights = new WeightsBuilder();
  for (const consumer of new Set(to ?? teams)) addConsumer(weights, consumer, ONE);
  return weights.build();
};
