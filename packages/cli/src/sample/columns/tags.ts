import { map, perItem } from "./column.ts";

/** The tags of what is charged, under the keys that a bill gives them. */
export const RESOURCE_TAGS = perItem({
  resource_tags: map(({ tags }) =>
    Object.fromEntries(Object.entries(tags).map(([key, value]) => [billedKey(key), value])),
  ),
});

// Amazon's own keys keep their prefix; the others get one. What is not a letter or digit becomes an underscore.
function billedKey(key: string): string {
  return (key.startsWith("aws:") ? key : `user:${key}`).replaceAll(/[^A-Za-z0-9]/g, "_");
}
