/**
 * Reads the keys that a removal names, as texts or as tags, single, listed or wrapped.
 *
 * @example readKeys([{ key: "team" }, "project"]) // ["team", "project"]
 */
export function readKeys(value: unknown): string[] {
  const listed = unwrapped(value);
  return (Array.isArray(listed) ? listed : [listed]).flatMap((one) => keyOf(one) ?? []);
}

function unwrapped(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const object = value as Readonly<Record<string, unknown>>;
  return object.items ?? object.item ?? object.member ?? value;
}

function keyOf(value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const tag = value as Readonly<Record<string, unknown>>;
  const key = tag.key ?? tag.Key ?? tag.tagKey ?? tag.TagKey;
  return typeof key === "object" ? null : keyOf(key);
}
