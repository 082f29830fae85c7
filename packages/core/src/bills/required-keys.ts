import type { Config } from "../config/definition.ts";
import { normalizer } from "../config/reading/normalize.ts";
import { comparableTagKey } from "../config/reading/tag-key.ts";
import type { ChargeGroup } from "../costs/charge.ts";
import { requiredTags } from "../costs/required-tags.ts";

/** A condition on which a tag must be there: a place among a charge's tags, and the values that it may have. */
interface Condition {
  readonly key: string;
  readonly index: number;
  readonly values: ReadonlySet<string>;
}

interface RequiredKey {
  readonly key: string;
  /** Its place among a charge's tags; -1 where charges do not hold it. */
  readonly index: number;
  readonly conditions: readonly Condition[];
  isAsked: boolean;
  isFilled: boolean;
}

/** What the column `tags` of CUR 2.0 writes before the keys of resources, as it holds those of accounts as well. */
const RESOURCE_TAG = /^resource_?tags?[/:]/i;

/** Notes which tags that the schema requires stand on charges, and which are missing wherever they have to be. */
export class RequiredKeys {
  readonly #keys: readonly RequiredKey[];
  readonly #normalize: (key: string, value: string) => string;

  /** @param tagKeys the keys whose raw values charges hold, in that order */
  constructor(config: Config, tagKeys: readonly string[]) {
    const places = tagKeys.map(comparableTagKey);
    const indexOf = (key: string) => places.indexOf(comparableTagKey(key));
    this.#normalize = normalizer(config);
    this.#keys = requiredTags(config, tagKeys).map(({ key, when }) => {
      const conditions = Object.entries(when).map(([other, values]) => {
        const read = values.map((value) => this.#normalize(other, value));
        return { key: other, index: indexOf(other), values: new Set(read) };
      });
      return { key, index: indexOf(key), conditions, isAsked: false, isFilled: false };
    });
  }

  add({ tags }: Pick<ChargeGroup, "tags">): void {
    for (const each of this.#keys) {
      if (each.isFilled) continue;
      each.isFilled = (tags[each.index] ?? "") !== "";
      each.isAsked ||= this.#holds(each.conditions, tags);
    }
  }

  /**
   * The keys that stand on no charge though some ought to have them, in the order of the schema.
   *
   * @param tagNames the tag keys that the bill holds, for those that its charges do not tell
   */
  empty(tagNames: readonly string[]): readonly string[] {
    const held = new Set(tagNames.map((name) => comparableTagKey(name.replace(RESOURCE_TAG, ""))));
    return this.#keys
      .filter(({ key, index, isAsked, isFilled }) => {
        return isAsked && !isFilled && (index >= 0 || !held.has(comparableTagKey(key)));
      })
      .map(({ key }) => key);
  }

  #holds(conditions: readonly Condition[], tags: readonly string[]): boolean {
    return conditions.every(({ key, index, values }) => values.has(this.#normalize(key, tags[index] ?? "")));
  }
}
