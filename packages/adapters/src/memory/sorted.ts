/** Values in the order of their keys, each key once. */
export interface Sorted<T> {
  readonly keys: string[];
  readonly values: T[];
}

/** What to take of a stretch. */
export interface Slice {
  readonly from: string;
  /** Included, as `from` is. */
  readonly to: string;
  readonly descending?: boolean;
  readonly limit?: number;
}

/** Puts a value in its place, instead of what has the same key. */
export function insert<T>({ keys, values }: Sorted<T>, key: string, value: T): void {
  const place = placeOf(keys, key);
  const replaced = keys[place] === key ? 1 : 0;
  keys.splice(place, replaced, key);
  values.splice(place, replaced, value);
}

/** Takes the value of a key out. */
export function remove<T>({ keys, values }: Sorted<T>, key: string): void {
  const place = placeOf(keys, key);
  if (keys[place] !== key) return;
  keys.splice(place, 1);
  values.splice(place, 1);
}

/** The value of a key. */
export function find<T>({ keys, values }: Sorted<T>, key: string): T | undefined {
  const place = placeOf(keys, key);
  return keys[place] === key ? values[place] : undefined;
}

/** The values of a stretch of keys. */
export function between<T>({ keys, values }: Sorted<T>, slice: Slice): readonly T[] {
  const { from, to, descending = false, limit = keys.length } = slice;
  const start = placeOf(keys, from);
  const end = placeOf(keys, to, "after");
  if (!descending) return values.slice(start, Math.min(end, start + limit));
  return values.slice(Math.max(start, end - limit), end).reverse();
}

/** The place of the first key that is not before this one or, if so asked, of the first that is after it. */
function placeOf(keys: readonly string[], key: string, side: "at" | "after" = "at"): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] ?? "";
    if (found < key || (side === "after" && found === key)) low = middle + 1;
    else high = middle;
  }
  return low;
}
