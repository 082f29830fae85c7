/** Keeps so many items; where there are more, the last one kept stands for all the rest. */
export function fold<Item>(
  items: readonly Item[],
  most: number,
  merge: (rest: readonly Item[]) => Item,
): readonly Item[] {
  return items.length <= most ? items : [...items.slice(0, most - 1), merge(items.slice(most - 1))];
}
