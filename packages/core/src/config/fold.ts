import type { Normalize } from "./definition/tags.ts";

/**
 * Reads a name as `normalize` reads every value of a tag: trimmed, and in one case.
 *
 * @example fold(defaultConfig().normalize, " Fraud ") // "fraud"
 */
export function fold(normalize: Pick<Normalize, "case" | "trim">, name: string): string {
  const trimmed = normalize.trim ? name.trim() : name;
  switch (normalize.case) {
    case "lower":
      return trimmed.toLowerCase();
    case "upper":
      return trimmed.toUpperCase();
    case "keep":
      return trimmed;
  }
}
