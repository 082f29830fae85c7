import type { Fields } from "@tagledger/core/remediation/fields";

/**
 * A field that says yes or no.
 *
 * @returns undefined where it is not given
 * @example flagOf({ running: false }, "running") // false
 */
export function flagOf(fields: Fields, name: string): boolean | undefined {
  const value = fields[name];
  return typeof value === "boolean" ? value : undefined;
}

/**
 * A field that counts.
 *
 * @returns undefined where it is not given
 * @example countOf({ desired: 3 }, "desired") // 3
 */
export function countOf(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  return typeof value === "number" ? value : undefined;
}

/**
 * A field that lists names.
 *
 * @returns undefined where it is not given
 * @example namesOf({ groups: ["sg-1"] }, "groups") // ["sg-1"]
 */
export function namesOf(fields: Fields, name: string): readonly string[] | undefined {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : undefined;
}

/**
 * A field of several counts that only make sense together.
 *
 * @returns undefined where it is not given
 * @example countsOf({ target: { total: 4, spot: 1 } }, "target") // { total: 4, spot: 1 }
 */
export function countsOf(fields: Fields, name: string): Readonly<Record<string, number>> | undefined {
  const value = fields[name];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const counts = Object.entries(value).filter(
    (each): each is [string, number] => typeof each[1] === "number",
  );
  return Object.fromEntries(counts);
}
