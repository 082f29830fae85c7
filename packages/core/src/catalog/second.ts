/** Before each month of a year without leap day. */
const DAYS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_BEFORE_1970 = 719_528;

/**
 * The second at the beginning of an ISO text, in milliseconds since 1970, or null where that takes a closer look.
 * Every event has a time, and `Date.parse` takes several times as long to find the same.
 *
 * @example secondOf("2026-09-01T00:00:00Z") // 1788220800000
 */
export function secondOf(text: string): number | null {
  const year = pairAt(text, 0) * 100 + pairAt(text, 2);
  const month = pairAt(text, 5);
  const day = pairAt(text, 8);
  const hour = pairAt(text, 11);
  const minute = pairAt(text, 14);
  const second = pairAt(text, 17);
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 28 && text[4] === "-" && text[7] === "-";
  const isTime = hour < 24 && minute < 60 && second < 60 && text[13] === ":" && text[16] === ":";
  if (!isDay || !isTime || !(year >= 0) || (text[10] !== "T" && text[10] !== " ")) return null;
  const leap = month > 2 ? year : year - 1;
  const leapDays = Math.floor(leap / 4) - Math.floor(leap / 100) + Math.floor(leap / 400);
  const days = year * 365 + leapDays + (DAYS[month - 1] ?? 0) + day - DAYS_BEFORE_1970;
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000;
}

/** The number that two digits make, or NaN where there is anything else. */
function pairAt(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
