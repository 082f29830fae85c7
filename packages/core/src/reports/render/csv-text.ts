/** What a spreadsheet takes for the beginning of a formula, and what lies before it unseen. */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/**
 * A text as a cell that no spreadsheet runs: an apostrophe stands before what looks like a formula. Names of tags are
 * anybody's text; numbers of ours are not written through here, and stay what they are.
 *
 * @example csvText("=HYPERLINK(1)") // "'=HYPERLINK(1)"
 */
export function csvText(text: string | null): string | null {
  return text !== null && FORMULA.test(text) ? `'${text}` : text;
}

/**
 * Reads what {@link csvText} wrote.
 *
 * @example plainText("'=HYPERLINK(1)") // "=HYPERLINK(1)"
 */
export function plainText(cell: string | null): string | null {
  return cell?.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
