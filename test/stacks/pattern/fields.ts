import { isLeaf, isObject, type Leaf } from "./json.ts";

/** In which item of which list a value is found, outermost first. */
export type Items = ReadonlyMap<number, number>;

/** A value of a field. */
export interface FieldValue {
  readonly value: Leaf;
  readonly items: Items;
}

/** The values of an event by the paths of their fields; a field that holds no value is not there. */
export function fieldsOf(event: unknown): ReadonlyMap<string, readonly FieldValue[]> {
  const fields = new Map<string, FieldValue[]>();
  let lists = 0;
  const visit = (node: unknown, path: string, items: Items): void => {
    if (Array.isArray(node)) {
      const list = lists++;
      for (const [index, each] of node.entries()) {
        // Only what is described together must be in one item.
        visit(each, path, isObject(each) ? new Map([...items, [list, index]]) : items);
      }
    } else if (isObject(node)) {
      for (const [key, each] of Object.entries(node))
        visit(each, path === "" ? key : `${path}.${key}`, items);
    } else if (isLeaf(node)) {
      const known = fields.get(path) ?? [];
      fields.set(path, [...known, { value: node, items }]);
    }
  };
  visit(event, "", new Map());
  return fields;
}
