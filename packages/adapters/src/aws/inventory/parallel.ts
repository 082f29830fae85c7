/**
 * Does something with each of many, some at a time.
 *
 * @returns what came of each, in their order
 * @example await inParallel(["a", "b"], 8, async (text) => text.length) // [1, 1]
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  // All take from what is left, so that a slow one holds up nobody.
  const work = async () => {
    for (const [place, item] of left) results[place] = await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}
