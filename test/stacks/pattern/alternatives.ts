import { type Condition, condition } from "./condition.ts";
import { InvalidPattern } from "./invalid.ts";
import { isObject, type JsonObject } from "./json.ts";

/** What is asked of fields, by their paths; of the conditions of one field any will do. */
export type Alternative = ReadonlyMap<string, readonly Condition[]>;

/** Where one of these is a key, `$or` is a field of that name. */
const RESERVED =
  /^(exactly|exists|prefix|suffix|anything-but(-prefix|-suffix|-ignore-case)?|numeric|equals-ignore-case|wildcard|cidr|[<>]?=|[<>])$/;

/**
 * Writes a pattern as alternatives without `$or`. Where a field is named twice in one, the last counts.
 *
 * @throws InvalidPattern where EventBridge would refuse it
 */
export function alternatives(pattern: unknown, path: readonly string[] = []): Alternative[] {
  if (!isObject(pattern)) throw new InvalidPattern("a pattern is an object");
  const entries = Object.entries(pattern);
  if (entries.length === 0) throw new InvalidPattern("an object of a pattern is not empty");
  return entries.reduce<Alternative[]>(
    (found, [key, value]) => {
      const own = ofField(key, value, path);
      return found.flatMap((before) => own.map((one) => new Map([...before, ...one])));
    },
    [new Map()],
  );
}

/** How many combinations EventBridge counts in a pattern: it multiplies the lengths of all `$or`. */
export function combinations(pattern: unknown): number {
  if (!isObject(pattern)) return 1;
  return Object.entries(pattern).reduce((product, [key, value]) => {
    if (key !== "$or" || !Array.isArray(value)) return product * combinations(value);
    return value.reduce<number>((all, each) => all * combinations(each), product * Math.max(1, value.length));
  }, 1);
}

function ofField(key: string, value: unknown, path: readonly string[]): Alternative[] {
  if (key === "$or" && isOr(value)) return value.flatMap((each) => alternatives(each, path));
  const inner = [...path, key];
  if (isObject(value)) return alternatives(value, inner);
  if (!Array.isArray(value)) throw new InvalidPattern(`${inner.join(".")} is an object or a list`);
  if (value.length === 0) throw new InvalidPattern(`the list of ${inner.join(".")} is not empty`);
  return [new Map([[inner.join("."), value.map(condition)]])];
}

function isOr(value: unknown): value is readonly JsonObject[] {
  if (!Array.isArray(value) || value.length < 2) return false;
  return value.every((each) => {
    const keys = isObject(each) ? Object.keys(each) : [];
    return keys.length > 0 && !keys.some((key) => RESERVED.test(key));
  });
}
