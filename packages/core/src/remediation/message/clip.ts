/**
 * The beginning of a text, and how much was left out, where it is longer than people read.
 *
 * @example clip("abcdef", 3) // "abc… (3 more characters)"
 */
export function clip(text: string, most: number): string {
  const characters = [...text];
  const more = characters.length - most;
  return more <= 0 ? text : `${characters.slice(0, most).join("")}… (${more} more characters)`;
}

/**
 * Lines up to so many characters, and how many were left out.
 *
 * @example clipLines(["abc", "def"], 4) // ["abc", "… (1 more line, left out here)"]
 */
export function clipLines(lines: readonly string[], most: number): readonly string[] {
  let [kept, length] = [0, 0];
  for (const line of lines) {
    length += line.length + 1;
    if (length > most) break;
    kept++;
  }
  const more = lines.length - kept;
  return more === 0
    ? lines
    : [...lines.slice(0, kept), `… (${more} more ${more === 1 ? "line" : "lines"}, left out here)`];
}
