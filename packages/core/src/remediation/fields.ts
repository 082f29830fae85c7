/** A value as JSON holds it. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue };

/**
 * What a remedy changes of a resource, by name, in one form however it is read: `{ groups: ["sg-1"] }`,
 * `{ minimum: 1, desired: 3 }`, `{ running: true }`.
 */
export type Fields = Readonly<Record<string, FieldValue>>;

/**
 * Whether two values are the same, in whatever order their members were written.
 *
 * @example isSameValue({ a: 1, b: [2] }, { b: [2], a: 1 }) // true
 */
export function isSameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return a !== undefined && b !== undefined && textOf(a) === textOf(b);
}

/** Whether all that one names is as it says in the other. */
export function holdsAll(fields: Fields, wanted: Fields): boolean {
  return Object.entries(wanted).every(([name, value]) => isSameValue(fields[name], value));
}

function textOf(value: FieldValue): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${textOf(member)}`).join()}}`;
}
