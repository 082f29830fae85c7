/** Says whether a whole text matches. */
export type TextMatcher = (text: string) => boolean;

/**
 * Compiles text with `*` (any characters, also none) and `?` (one character); time grows with
 * pattern times text, never exponentially.
 *
 * @example glob("p5.*")("p5.48xlarge") // true
 */
export function glob(pattern: string, options: { ignoreCase?: boolean } = {}): TextMatcher {
  const fold = (text: string) => (options.ignoreCase === true ? text.toLowerCase() : text);
  const wanted = fold(pattern);
  if (!/[*?]/.test(wanted)) return (text) => fold(text) === wanted;
  if (/^\*+$/.test(wanted)) return () => true;
  if (!wanted.includes("?")) return startingWith(wanted, fold);
  // Only ? counts characters; some take two units of a string.
  const characters = [...wanted];
  return (text) => matches(characters, [...fold(text)]);
}

/** Most patterns are a beginning and a star, and most texts begin otherwise. */
function startingWith(pattern: string, fold: (text: string) => string): TextMatcher {
  const beginning = pattern.slice(0, pattern.indexOf("*"));
  if (pattern === `${beginning}*`) return (text) => fold(text).startsWith(beginning);
  return (text) => {
    const folded = fold(text);
    return folded.startsWith(beginning) && matches(pattern, folded);
  };
}

/** Compiles several globs of which one must match; a single one may stand alone. */
export function anyGlob(
  patterns: string | readonly string[],
  options: { ignoreCase?: boolean } = {},
): TextMatcher {
  const matchers = (typeof patterns === "string" ? [patterns] : patterns).map((each) => glob(each, options));
  const [only] = matchers;
  if (only !== undefined && matchers.length === 1) return only;
  return (text) => matchers.some((matcher) => matcher(text));
}

/** Greedy matching that goes back to the last star only, which is enough for globs. */
function matches(pattern: ArrayLike<string>, text: ArrayLike<string>): boolean {
  let [at, position, star, resume] = [0, 0, -1, 0];
  while (position < text.length) {
    const wanted = pattern[at];
    if (wanted === "*") {
      star = at++;
      resume = position;
    } else if (wanted === "?" || wanted === text[position]) {
      at++;
      position++;
    } else if (star >= 0) {
      at = star + 1;
      position = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
