import { formatRational, type Rational } from "../../../costs/rational.ts";

const MOST_DIGITS = 7;

/**
 * A fraction short enough for a table: long numbers keep their first digits.
 *
 * @example shortFraction({ n: 123_456_789n, d: 987_654_321n }) // "123456…/987654…"
 */
export function shortFraction(value: Rational): string {
  return formatRational(value).split("/").map(shorten).join("/");
}

function shorten(digits: string): string {
  return digits.length <= MOST_DIGITS ? digits : `${digits.slice(0, MOST_DIGITS - 1)}…`;
}
