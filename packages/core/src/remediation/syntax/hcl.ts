const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A text as HCL in quotes, in which Terraform sees no template.
 *
 * @example hclText("${var.team}") // '"$${var.team}"'
 */
export function hclText(text: string): string {
  const escaped = text
    .replace(/["\\]/g, "\\$&")
    .replace(/[$%](?=\{)/g, "$&$&")
    .replace(UNSEEN, (unseen) => {
      const code = unseen.codePointAt(0) ?? 0;
      const wide = code > 0xffff;
      return `\\${wide ? "U" : "u"}${code.toString(16).padStart(wide ? 8 : 4, "0")}`;
    });
  return `"${escaped}"`;
}
