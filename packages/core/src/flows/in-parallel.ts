const AT_ONCE = 16;

/** Does something for each, a few at a time, and gives what came of it, in order and without null. */
export async function inParallel<T, R>(all: readonly T[], act: (one: T) => Promise<R | null>): Promise<R[]> {
  const found: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = await Promise.all(all.slice(from, from + AT_ONCE).map(act));
    found.push(...some.filter((one) => one !== null));
  }
  return found;
}
