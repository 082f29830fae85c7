import { formatAmount } from "../../costs/money.ts";
import { formatRational, type Rational, rational } from "../../costs/rational.ts";
import { percent } from "../../reports/render/wording/percent.ts";

const UNITS = 10n ** 24n;
/** Digits that people are shown of what no decimal ends. */
const SHOWN = 10n ** 18n;
/** Longer fractions tell people nothing. */
const MOST_DIGITS = 25;

/**
 * What is counted in units of 10^-24, as a decimal; cut after six places, and said so, where no decimal ends.
 *
 * @example exactText(rational(10n ** 24n, 3n)) // "0.333333…"
 */
export function exactText({ n, d }: Rational): string {
  if (n % d === 0n) return formatAmount(n / d);
  const cut = (n / d / SHOWN) * SHOWN;
  return `${cut === 0n && n < 0n ? "-" : ""}${padded(formatAmount(cut))}…`;
}

/**
 * The same for machines: an exact fraction of a whole unit.
 *
 * @example exactFraction({ n: 10n ** 24n, d: 3n }) // "1/3"
 */
export function exactFraction({ n, d }: Rational): string {
  return formatRational(rational(n, d * UNITS));
}

/**
 * A fraction as people read it.
 *
 * @example fractionText({ n: 2n, d: 15n }) // "2/15 (13.3%)"
 */
export function fractionText(fraction: Rational): string {
  const text = formatRational(fraction);
  const part = percent(fraction.n, fraction.d);
  return text.length > MOST_DIGITS ? part : `${text} (${part})`;
}

function padded(text: string): string {
  const [whole = "0", fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(6, "0")}`;
}
