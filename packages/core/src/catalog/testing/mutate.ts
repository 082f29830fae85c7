/**
 * Replaces the value that comes at a position, counted through the whole tree.
 *
 * @example const tree = { a: [1] }; changeAt(tree, 1, "x"); tree // { a: ["x"] }
 */
export function changeAt(tree: object, at: number, value: unknown): void {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(tree);
  const place = places[at % places.length];
  if (place !== undefined) place[0][place[1]] = value;
}

/** Values that are not what a reader of CloudTrail hopes for. */
export const ODD_VALUES = [
  '""',
  "null",
  "[]",
  "{}",
  "[[]]",
  "[null]",
  '{"items":null}',
  '"__proto__"',
] as const;
