import type { FoundItem, ItemStore, Stretch } from "./items.ts";
import { END } from "./key-text.ts";

/** How many items are read at once. */
export const MOST = 1000;

/**
 * Refuses a number of entries of a list that nobody is given at once.
 *
 * @throws RangeError when it is not from 1 to 1000
 */
export function checkPageSize(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return;
  throw new RangeError(`a page has 1 to ${MOST} entries, not ${limit}`);
}

/** All items of a stretch, a page at a time, so that memory holds no more of them. */
export async function* pagesOf(store: ItemStore, stretch: Stretch): AsyncGenerator<readonly FoundItem[]> {
  let found: readonly FoundItem[];
  let { from } = stretch;
  do {
    found = await store.query({ ...stretch, from, limit: MOST });
    if (found.length > 0) yield found;
    // A space is the least that a key can go on with.
    from = `${found.at(-1)?.place ?? END} `;
  } while (found.length === MOST);
}
