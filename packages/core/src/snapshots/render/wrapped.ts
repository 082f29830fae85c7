import { widthOf } from "../../reports/render/text/width.ts";

/**
 * Breaks a text at spaces into lines of at most so many columns; what follows the first line is indented.
 *
 * @example wrapped("to be or not", { width: 6, indent: "  " }) // ["to be", "  or", "  not"]
 */
export function wrapped(
  text: string,
  { width, indent = "" }: { readonly width: number; readonly indent?: string },
): string[] {
  const lines: string[] = [];
  const words = text.trimStart();
  let start = text.slice(0, text.length - words.length);
  let line = "";
  for (const word of words.split(" ")) {
    const longer = line === "" ? `${start}${word}` : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      start = indent;
      line = `${start}${word}`;
    } else line = longer;
  }
  return [...lines, line];
}
