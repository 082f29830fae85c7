import { type Amount, magnitude } from "./amount.ts";

/**
 * Says what part of a whole an amount is, rounded half away from zero to a tenth of a percent.
 *
 * @example percent(1n, 3n) // "33.3%"
 */
export function percent(part: Amount, whole: Amount): string {
  if (whole === 0n) return "–";
  const negative = part < 0n !== whole < 0n && part !== 0n;
  const [top, bottom] = [magnitude(part) * 1000n, magnitude(whole)];
  const tenths = (2n * top + bottom) / (2n * bottom);
  if (tenths === 0n && part !== 0n) return negative ? ">-0.1%" : "<0.1%";
  return `${negative ? "-" : ""}${tenths / 10n}.${tenths % 10n}%`;
}
