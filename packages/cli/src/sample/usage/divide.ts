import type { Random } from "../random.ts";
import type { Consumer } from "./row.ts";

/** A consumer with its usual share. */
export type Weighted = readonly [weight: number, consumer: Consumer];

/** Divides a whole number among consumers by their usual shares, a little different every time; nothing is left over. */
export function divide(random: Random, total: bigint, consumers: readonly Weighted[]): [Consumer, bigint][] {
  const weights = consumers.map(([weight]) => BigInt(weight * random.integer(80, 120)));
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const parts = consumers.map(([, consumer], index): [Consumer, bigint] => [
    consumer,
    (total * (weights[index] ?? 0n)) / sum,
  ]);
  const given = parts.reduce((all, [, part]) => all + part, 0n);
  return parts.map(([consumer, part], index) => [consumer, index === 0 ? part + total - given : part]);
}
