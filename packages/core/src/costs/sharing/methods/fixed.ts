import { parseAmount } from "../../money.ts";
import { WeightsBuilder } from "../weights.ts";
import { addConsumer } from "./consumer.ts";
import type { Method } from "./context.ts";

/** Everyone weighs what `shares` says. */
export const fixed: Method<"fixed"> = ({ shares }) => {
  const weights = new WeightsBuilder();
  for (const [consumer, share] of Object.entries(shares)) {
    addConsumer(weights, consumer, { n: parseAmount(share), d: 1n });
  }
  return weights.build();
};
