// Joiners stay: scripts and emoji need them.
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Makes what a name hides visible: a tag value is anybody's text, and control characters, direction marks and
 * invisible spaces would drive a terminal or disguise one name as another.
 *
 * @example visible("a\nb\u202ec") // "a\\nb\\u{202e}c"
 */
export function visible(text: string): string {
  return text.replace(
    INVISIBLE,
    (character) => NAMED[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
