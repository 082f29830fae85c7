import { alternatives, combinations } from "./alternatives.ts";
import type { Condition } from "./condition.ts";
import { type FieldValue, fieldsOf, type Items } from "./fields.ts";
import { InvalidPattern } from "./invalid.ts";

/** What EventBridge takes unless somebody asked for more. */
const LONGEST = 2048;
const MOST_COMBINATIONS = 1000;

/**
 * Tells which events a pattern of EventBridge matches.
 *
 * @example matcher({ source: ["aws.ec2"] })({ source: "aws.ec2" }) // true
 * @throws InvalidPattern where EventBridge would refuse the pattern
 */
export function matcher(pattern: unknown): (event: unknown) => boolean {
  const { length } = JSON.stringify(pattern);
  if (length > LONGEST) throw new InvalidPattern(`${length} characters are more than ${LONGEST}`);
  const count = combinations(pattern);
  if (count > MOST_COMBINATIONS) throw new InvalidPattern(`${count} combinations are too many`);
  const all = alternatives(pattern);
  return (event) => {
    const fields = fieldsOf(event);
    return all.some((each) => holds([...each], fields, new Map()));
  };
}

/** Whether values can be chosen for all fields so that what is in one list is in one item of it. */
function holds(
  [first, ...rest]: readonly (readonly [string, readonly Condition[]])[],
  fields: ReadonlyMap<string, readonly FieldValue[]>,
  chosen: Items,
): boolean {
  if (first === undefined) return true;
  const [path, conditions] = first;
  const values = fields.get(path);
  if (values === undefined) return conditions.some(({ absent }) => absent) && holds(rest, fields, chosen);
  return values.some(({ value, items }) => {
    if (!conditions.some((condition) => condition.holds(value))) return false;
    const both = together(chosen, items);
    return both !== null && holds(rest, fields, both);
  });
}

/** Null where both are in one list, but not in one item. */
function together(a: Items, b: Items): Items | null {
  for (const [list, item] of b) if ((a.get(list) ?? item) !== item) return null;
  return new Map([...a, ...b]);
}
