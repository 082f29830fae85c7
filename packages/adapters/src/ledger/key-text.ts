import { createHash } from "node:crypto";

/** After every key that begins with the text before it, and before every other. */
export const END = "\u007f";

const LONGEST = 400;
const HASH = 64;
const EARLIEST = 10 ** 14;
const INSTANT_DIGITS = 15;

/**
 * Any text as a part of a key, between `#` and `#`: printable ASCII without `#`, of bounded length, and no two texts
 * alike.
 *
 * @example keyText("a#ü") // "a%0023%00fc"
 */
export function keyText(text: string, longest = LONGEST): string {
  const escaped = text.replace(
    /[^\x20-\x22\x24\x26-\x7e]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  if (escaped.length <= longest) return escaped;
  // Hashed as it is escaped, because UTF-8 would make all unpaired surrogates alike.
  const hash = createHash("sha256").update(escaped).digest("hex");
  return `${escaped.slice(0, longest - HASH - 2)}%~${hash}`;
}

/** A text or its absence as a part of a key; no text looks like the absence of one. */
export function keyTextOrNone(text: string | null, longest = LONGEST): string {
  return text === null ? "%none" : keyText(text, longest);
}

/**
 * An instant as a part of a key, ordered as time is.
 *
 * @throws RangeError when it is none between the years -1199 and 30489
 * @example keyInstant(1_788_220_800_000) // "101788220800000"
 */
export function keyInstant(instant: number): string {
  // Shifted, because a log can hold any year and digits order nothing below zero.
  const shifted = instant + EARLIEST;
  if (!Number.isSafeInteger(instant) || shifted < 0 || shifted >= 10 ** INSTANT_DIGITS) {
    throw new RangeError(`${instant} is not an instant in milliseconds since 1970`);
  }
  return String(shifted).padStart(INSTANT_DIGITS, "0");
}
