/**
 * A text as engines keep the names of properties. One that was put together is none, so that every look for a property
 * by it begins with a search among all names.
 *
 * @example propertyName(`${"CreateVpc"}Request`) // "CreateVpcRequest"
 */
export function propertyName(text: string): string {
  // Without prototype it is a mere table, which leaves no trace among the shapes of objects.
  const table: Record<string, true> = Object.create(null);
  table[text] = true;
  const [name = text] = Object.keys(table);
  return name;
}
