import { comparableTagKey } from "@tagledger/core/costs/matching/tag-key";

const RESOURCE_TAG = /^resource_?tags?[/:]/i;
const OTHER_KIND = /^(account_?tags?|user_?attributes?|cost_?categor(y|ies)|iam_?principals?)[/:]/i;

/**
 * The names under which a bill holds the tag keys asked for, best first: the very key, other keys that exports write
 * the same way, and, only where none of these is present, keys that differ in case.
 *
 * @param names tag keys as the bill spells them, such as `user:ml-team` or `user_ml_team`
 * @returns for each key asked for the bill's names, in the order in which to look
 */
export function tagSources(keys: readonly string[], names: readonly string[]): string[][] {
  const tags = names.filter((name) => !OTHER_KIND.test(name)).sort();
  const bare = (name: string) => name.replace(RESOURCE_TAG, "").replace(/^user[:_]/, "");
  return keys.map((key) => {
    const wanted = comparableTagKey(key);
    const exact = tags.filter((name) => bare(name) === key);
    const alike = tags.filter((name) => comparableTagKey(bare(name)) === wanted && !exact.includes(name));
    if (exact.length + alike.length > 0) return [...exact, ...alike];
    return tags.filter((name) => comparableTagKey(bare(name)).toLowerCase() === wanted.toLowerCase());
  });
}
