import { badInput } from "../errors.ts";

/** One UTC billing month. */
export interface Period {
  /** `YYYY-MM` */
  readonly name: string;
  /** Epoch milliseconds; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a billing month.
 *
 * @throws bad-input when the text is no month
 * @example parsePeriod("2026-09").end // Date.UTC(2026, 9, 1)
 */
export function parsePeriod(text: string): Period {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year === undefined || month === undefined) {
    throw badInput(`"${text}" is not a billing period; expected a month such as 2026-09`, { value: text });
  }
  return {
    name: text,
    start: Date.UTC(Number(year), Number(month) - 1),
    end: Date.UTC(Number(year), Number(month)),
  };
}

/** The billing month that an instant (epoch milliseconds) lies in. */
export function periodAt(instant: number): Period {
  return parsePeriod(new Date(instant).toISOString().slice(0, 7));
}
