/** Characters that would end a line, hide, or not stand in a file. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A text as YAML in double quotes, in characters that an editor shows.
 *
 * @example yamlText('a "b"\n') // '"a \\"b\\"\\n"'
 */
export function yamlText(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (unseen) => {
    const code = unseen.codePointAt(0) ?? 0;
    const digits = code.toString(16).padStart(code > 0xffff ? 8 : 4, "0");
    return `\\${code > 0xffff ? "U" : "u"}${digits}`;
  });
}
