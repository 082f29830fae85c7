/** How a cell begins that a spreadsheet takes for a formula, whatever it is quoted by. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/**
 * A name that no spreadsheet takes for a formula: one that begins like it gets an apostrophe. Numbers of ours are not
 * names, and stay as they are.
 *
 * @example safeCell("=HYPERLINK(1)") // "'=HYPERLINK(1)"
 */
export function safeCell(name: string | null): string | null {
  return name !== null && FORMULA.test(name) ? `'${name}` : name;
}
