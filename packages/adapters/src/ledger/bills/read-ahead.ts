/**
 * Reads something of each of a list, in its order, and begins with some that are next before they are asked for.
 *
 * @param most how many are read at once
 */
export async function* readAhead<Item, Read>(
  items: readonly Item[],
  most: number,
  read: (item: Item) => Promise<Read>,
): AsyncGenerator<Read> {
  const ahead: Promise<Read>[] = [];
  for (const [index, item] of items.entries()) {
    const begun = read(item);
    // What fails is told when its turn comes.
    begun.catch(() => undefined);
    ahead.push(begun);
    if (index >= most - 1) yield* ahead.splice(0, 1);
  }
  yield* ahead;
}
