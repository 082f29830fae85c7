import type { Amount } from "../../../costs/money.ts";

/** The width of a chart: positions are whole hundredths of a percent of it, so that money never becomes a float. */
export const FULL = 10_000;

/** Where an amount stands on a chart that is `whole` wide. */
export function place(amount: Amount, whole: Amount, width: number = FULL): number {
  return whole <= 0n ? 0 : Number((amount * BigInt(width)) / whole);
}

/**
 * A position as a CSS length.
 *
 * @example css(1234) // "12.34%"
 */
export function css(position: number): string {
  return `${position / 100}%`;
}

/** A length on a chart, in its hundredths of a percent. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Lays amounts side by side on a chart that is `whole` wide; neighbours share their edge, so nothing drifts. */
export function sideBySide(amounts: readonly Amount[], whole: Amount): Extent[] {
  let before = 0n;
  return amounts.map((amount) => {
    const start = place(before, whole);
    before += amount;
    return { start, end: place(before, whole) };
  });
}
