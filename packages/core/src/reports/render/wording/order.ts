import type { Amount } from "../../../costs/money.ts";

/** Orders by amount, the largest first; equal amounts keep their order. */
export function largestFirst<Item>(amountOf: (item: Item) => Amount): (a: Item, b: Item) => number {
  return (a, b) => {
    const [left, right] = [amountOf(a), amountOf(b)];
    return left === right ? 0 : left > right ? -1 : 1;
  };
}
