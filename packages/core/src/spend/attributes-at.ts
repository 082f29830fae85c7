import { textOf, type View, valueAt, type Ways, waysOf } from "../catalog/path.ts";
import type { Where } from "../catalog/row.ts";
import type { Attributes } from "./price.ts";

/** Reads from an event what decides a price; what it does not hold is left out. */
export function attributesAt(view: View, price: Readonly<Record<string, Where>>): Attributes {
  const found: [string, string][] = [];
  for (const [name, where] of Object.entries(price)) {
    const text = settingAt(view, waysOf(where));
    if (text !== null) found.push([name, text]);
  }
  return Object.fromEntries(found);
}

/** The first text or truth value that one of several ways leads to. */
function settingAt(view: View, ways: Ways): string | null {
  for (const way of ways) {
    if (typeof way === "function") {
      const text = way(view);
      if (text !== null) return text;
      continue;
    }
    const value = valueAt(view, way);
    const text = typeof value === "boolean" ? String(value) : textOf(value);
    if (text !== null) return text;
  }
  return null;
}
