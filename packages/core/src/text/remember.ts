/**
 * Remembers the latest results of a function by a text, at most `limit` of them: for texts that come from outside
 * and repeat, such as the values of tags. What is given besides must mean the same wherever the text is the same.
 *
 * @example remember((text) => text.length, 1000)("abc") // 3
 */
export function remember<Result, Given = void>(
  compute: (text: string, given: Given) => Result,
  limit: number,
): (text: string, given: Given) => Result {
  let [young, old] = [new Map<string, Result>(), new Map<string, Result>()];
  return (text, given) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const result = old.get(text) ?? compute(text, given);
    // Two generations keep what is in use without counting uses.
    if (young.size >= limit / 2) [young, old] = [new Map(), young];
    young.set(text, result);
    return result;
  };
}
