/**
 * Remembers the latest results of a function by a text, at most `limit` of them: for texts that come from outside
 * and repeat, such as the values of tags. Further arguments must mean the same wherever the text is the same.
 *
 * @example remember((text) => text.length, 1000)("abc") // 3
 */
export function remember<Rest extends readonly unknown[], Result>(
  compute: (text: string, ...rest: Rest) => Result,
  limit: number,
): (text: string, ...rest: Rest) => Result {
  let [young, old] = [new Map<string, Result>(), new Map<string, Result>()];
  return (text, ...rest) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const result = old.get(text) ?? compute(text, ...rest);
    // Two generations keep what is in use without counting uses.
    if (young.size >= limit / 2) [young, old] = [new Map(), young];
    young.set(text, result);
    return result;
  };
}
