import { InvalidPattern } from "./invalid.ts";

/**
 * Tells which texts a wildcard matches: `*` stands for any text, `\*` and `\\` for themselves.
 *
 * @example wildcard("a*c")("abbc") // true
 * @throws InvalidPattern where a star follows a star, or something else is escaped
 */
export function wildcard(pattern: string): (text: string) => boolean {
  const parts = partsOf(pattern);
  const expression = parts.map((part) =>
    part === null ? "[\\s\\S]*" : part.replace(/[\\^$.*+?()[\]{}|]/, "\\$&"),
  );
  const whole = new RegExp(`^${expression.join("")}$`, "u");
  return (text) => whole.test(text);
}

/** The characters in their order, null for a star. */
function partsOf(pattern: string): (string | null)[] {
  const parts: (string | null)[] = [];
  for (const [token] of pattern.matchAll(/\\[\s\S]?|[\s\S]/gu)) {
    if (token === "*") {
      if (parts.at(-1) === null) throw new InvalidPattern(`a star follows a star: ${pattern}`);
      parts.push(null);
    } else if (!token.startsWith("\\")) parts.push(token);
    else if (token === "\\*" || token === "\\\\") parts.push(token.slice(1));
    else throw new InvalidPattern(`nothing but a star or a backslash is escaped: ${pattern}`);
  }
  return parts;
}
