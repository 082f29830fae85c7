import { groupBy } from "@tagledger/core/text/group-by";

/**
 * Does something with items in groups, each in its own way and one beside the other.
 *
 * @param otherwise what comes of an item of which a group says nothing
 * @returns what came of each, in their order
 */
export async function byGroup<Item, Key, Result extends object | null>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  act: (group: readonly Item[], key: Key) => Promise<readonly Result[]>,
  otherwise: Result,
): Promise<Result[]> {
  const results: Result[] = items.map(() => otherwise);
  const groups = groupBy(items.entries(), ([, item]) => keyOf(item));
  const all = [...groups].map(async ([key, group]) => {
    const found = await act(
      group.map(([, item]) => item),
      key,
    );
    for (const [at, [place]] of group.entries()) {
      const result = found[at];
      results[place] = result === undefined ? otherwise : result;
    }
  });
  await Promise.all(all);
  return results;
}
