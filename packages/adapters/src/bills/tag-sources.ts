import { comparableTagKey } from "@tagledger/core/config/reading/tag-key";

const RESOURCE_TAG = /^resource_?tags?[/:]/i;
const USER = /^user[:_]/i;
const OTHER_KIND = /^(account_?tags?|user_?attributes?|cost_?categor(y|ies)|iam_?principals?)[/:]/i;

/** How alike a bill's tag key and one asked for are written, closest first. */
const SPELLINGS: readonly ((key: string) => string)[] = [
  (key) => key,
  comparableTagKey,
  (key) => comparableTagKey(key).toLowerCase(),
  // Parquet exports part words where a capital letter begins one.
  (key) => comparableTagKey(key.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1_$2")).toLowerCase(),
];

/**
 * The names under which a file holds the tag keys asked for, best first: the very key, other keys that exports write
 * the same way, then keys that differ in case. The first that a line fills counts, so that it does not matter how lines
 * are spread over files.
 *
 * @param names tag keys as the bill spells them, such as `user:ml-team` or `user_ml_team`
 * @returns for each key asked for the bill's names, in the order in which to look
 */
export function tagSources(keys: readonly string[], names: readonly string[]): string[][] {
  const tags = names
    .filter((name) => !OTHER_KIND.test(name))
    .map((name) => ({ name, key: name.replace(RESOURCE_TAG, "").replace(USER, "") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return keys.map((key) => {
    const found = SPELLINGS.flatMap((spell) => tags.filter((tag) => spell(tag.key) === spell(key)));
    return [...new Set(found.map(({ name }) => name))];
  });
}
