const ONE_PERCENT = 10n;

/**
 * Says what part of a whole something is, rounded half away from zero to a tenth of a percent.
 *
 * @example percent(1n, 3n) // "33.3%"
 * @example percent(1n, 100_000n) // "<0.1%"
 */
export function percent(part: bigint, whole: bigint): string {
  if (whole === 0n) return "–";
  const negative = part < 0n !== whole < 0n && part !== 0n;
  const [top, bottom] = [magnitude(part) * 1000n, magnitude(whole)];
  const tenths = (2n * top + bottom) / (2n * bottom);
  if (tenths === 0n && part !== 0n) return negative ? ">-0.1%" : "<0.1%";
  return `${negative ? "-" : ""}${tenths / ONE_PERCENT}.${tenths % ONE_PERCENT}%`;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
