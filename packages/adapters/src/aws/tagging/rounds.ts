import { groupBy } from "@tagledger/core/text/group-by";

/**
 * Items in rounds, so that no name is in one round twice, and what has the same name keeps its order.
 *
 * @example rounds(["a", "b", "a"], (text) => text) // [["a", "b"], ["a"]]
 */
export function rounds<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[][] {
  const counts = new Map<string, number>();
  const roundOf = (item: Item) => {
    const name = nameOf(item);
    const round = counts.get(name) ?? 0;
    counts.set(name, round + 1);
    return round;
  };
  return [...groupBy(items, roundOf).values()];
}
