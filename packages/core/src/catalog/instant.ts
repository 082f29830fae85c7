import { secondOf } from "./second.ts";

const ENDING = /^(?:\.(\d{1,9}))?(?:Z|\+00:?00| UTC)?$/;
const LENIENT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|\+00:?00| UTC)?$/;

/**
 * The moment of a CloudTrail time in milliseconds, or null where it is none. A time without zone is UTC, as
 * CloudTrail writes no other; tools that pass records on drop the letter.
 *
 * @example instantOf("2026-09-01T00:00:00Z") // 1788220800000
 */
export function instantOf(text: string): number | null {
  const second = secondOf(text);
  if (second === null) return parsed(text);
  if (isCanonical(text)) return second;
  const ending = ENDING.exec(text.slice(19));
  return ending === null ? null : second + Number(milliseconds(ending[1]));
}

/**
 * The ISO text of a moment, to the digits that CloudTrail writes.
 *
 * @example utcText("2026-09-01 00:00:00.000", 1788220800000) // "2026-09-01T00:00:00Z"
 */
export function utcText(written: string, at: number): string {
  if (isCanonical(written)) return written;
  if (secondOf(written) === at) return `${written.slice(0, 10)}T${written.slice(11, 19)}Z`;
  return new Date(at).toISOString().replace(".000Z", "Z");
}

/** Whether a text has the form that nearly all records use; only its digits are then left to check. */
function isCanonical(text: string): boolean {
  return text.length === 20 && text[4] === "-" && text[10] === "T" && text[19] === "Z";
}

/** Reads what is not plainly right, as the last days of months. */
function parsed(text: string): number | null {
  if (isCanonical(text)) return valid(text, Date.parse(text));
  const parts = LENIENT.exec(text);
  if (parts === null) return null;
  const [, date, time, fraction] = parts;
  return valid(text, Date.parse(`${date}T${time}.${milliseconds(fraction)}Z`));
}

/** The first three digits of a fraction. */
function milliseconds(fraction = ""): string {
  return fraction.slice(0, 3).padEnd(3, "0");
}

/** A day that its month does not have rolls over into the next, which is no reading of it. */
function valid(text: string, at: number): number | null {
  if (Number.isNaN(at)) return null;
  return text.slice(8, 10) > "28" && new Date(at).getUTCDate() < 28 ? null : at;
}
