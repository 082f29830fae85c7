import type { ReadinessFigures, Thresholds } from "./figures.ts";

const DAY = 86_400_000;

/**
 * Why a rule is not ready in an account, as sentences; none where it is.
 *
 * @param now epoch milliseconds
 * @example shortfalls(figures, config.enforcement.readiness, now) // ["decided 0.913 (21 of 23), at least 0.95 is needed"]
 */
export function shortfalls(figures: ReadinessFigures, thresholds: Thresholds, now: number): string[] {
  const { observedSince, graceOver, decided, accused, disputed } = figures;
  const tooShort = now - observedSince < thresholds.days * DAY;
  const days = ratio(now - observedSince, DAY, 1, Math.floor);
  const verdicts = accused === 0 ? 0 : disputed / accused;
  return [
    ...(tooShort ? [`observed for ${days} days, ${thresholds.days} are needed`] : []),
    ...(graceOver === 0 ? ["no resource's grace is over yet"] : []),
    ...(graceOver > 0 && decided / graceOver < thresholds.decided
      ? [`${decidedText(figures)}, at least ${thresholds.decided} is needed`]
      : []),
    ...(verdicts > thresholds.disputed
      ? [`${disputedText(figures)}, at most ${thresholds.disputed} is allowed`]
      : []),
  ];
}

/**
 * All figures that decide, in words.
 *
 * @example figuresText(figures, thresholds, now)
 * // ["observed 16.2 of 14 days", "decided 0.96 (48 of 50) of 0.95", "disputed 0 (0 of 3) of 0.02", "3 violating of 50"]
 */
export function figuresText(figures: ReadinessFigures, thresholds: Thresholds, now: number): string[] {
  const days = ratio(now - figures.observedSince, DAY, 1, Math.floor);
  return [
    `observed ${days} of ${thresholds.days} days`,
    `${decidedText(figures)} of ${thresholds.decided}`,
    `${disputedText(figures)} of ${thresholds.disputed}`,
    `${figures.violating} violating of ${figures.resources}`,
  ];
}

/** A fraction is never shown as better than it is. */
function decidedText({ decided, graceOver }: ReadinessFigures): string {
  return `decided ${ratio(decided, graceOver, 3, Math.floor)} (${decided} of ${graceOver})`;
}

function disputedText({ disputed, accused }: ReadinessFigures): string {
  return `disputed ${ratio(disputed, accused, 3, Math.ceil)} (${disputed} of ${accused})`;
}

function ratio(part: number, whole: number, digits: number, round: typeof Math.floor): string {
  const scale = 10 ** digits;
  // Whole numbers are multiplied first, so that no quotient misses the decimal that it stands for by its last bit.
  return String(whole === 0 ? 0 : round((part * scale) / whole) / scale);
}
