import { calledBySource, UNOWNED_PREFIX } from "@tagledger/core/config/consumers";

/** Prefixes of keys and whose is what lies below; where they are left out the first folder names the team. */
export type Prefixes = Readonly<Record<string, string>> | undefined;

/** What keys without a folder lie in, for people. */
export const ROOT = "(root)";

/**
 * The first folder of a key.
 *
 * @example firstFolder("fraud/models/a.bin") // "fraud"
 */
export function firstFolder(key: string): string {
  const end = key.indexOf("/");
  return end <= 0 ? ROOT : key.slice(0, end);
}

/**
 * The team that a first folder names; a folder that is called as usage calls something else names none.
 *
 * @example teamOfFolder("capacity") // "unowned:capacity"
 */
export function teamOfFolder(folder: string): string {
  return folder === ROOT ? UNOWNED_PREFIX + folder : calledBySource(folder);
}

/**
 * Compiles who owns a key: of the prefixes that it begins with the longest decides.
 *
 * @param below where first folders begin
 * @example ownerOfKey({ "a/": "fraud" })("b/c") // "unowned:b"
 */
export function ownerOfKey(prefixes: Prefixes, below = ""): (key: string) => string {
  const folderOf = (key: string) => firstFolder(key.slice(below.length));
  if (prefixes === undefined) {
    return (key) => teamOfFolder(folderOf(key));
  }
  const owners = new Map(Object.entries(prefixes));
  const lengths = [...new Set([...owners.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return (key) => {
    for (const length of lengths) {
      const owner = length > key.length ? undefined : owners.get(key.slice(0, length));
      if (owner !== undefined) return owner;
    }
    return UNOWNED_PREFIX + folderOf(key);
  };
}
