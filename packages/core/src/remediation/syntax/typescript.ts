const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A text as TypeScript or JSON in quotes, in characters that an editor shows.
 *
 * @example scriptText('a"b') // '"a\\"b"'
 */
export function scriptText(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (unseen) =>
    Array.from(
      { length: unseen.length },
      (_, index) => `\\u${unseen.charCodeAt(index).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}
