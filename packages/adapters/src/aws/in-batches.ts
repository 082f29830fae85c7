import { isOfMember } from "./inventory/misses.ts";

/**
 * Asks about items, so many with one call. A call that fails because of one of them is made again for either half, until
 * it is known whose fault it is.
 *
 * @param failed what comes of each item of a call that failed
 * @param splits whether an error may be that of one item, so that the others may do better without it
 * @returns what came of each, in their order
 */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  batch: number,
  ask: (batch: readonly Item[]) => Promise<readonly Result[]>,
  failed: (error: unknown, item: Item) => Result,
  splits: (error: unknown) => boolean = isOfMember,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += batch) {
    results.push(...(await askBatch(items.slice(start, start + batch))));
  }
  return results;

  async function askBatch(some: readonly Item[]): Promise<readonly Result[]> {
    try {
      return await ask(some);
    } catch (error) {
      if (some.length === 1 || !splits(error)) return some.map((item) => failed(error, item));
      const half = Math.ceil(some.length / 2);
      return [...(await askBatch(some.slice(0, half))), ...(await askBatch(some.slice(half)))];
    }
  }
}
