import type { TagMap } from "../../catalog/tags.ts";
import type { KeyReader, Meant } from "./key-spelling.ts";

/** A tag whose key is another spelling of one that the configuration knows. */
export type Misspelt = { readonly spelling: string; readonly value: string; readonly meant: Meant };

/** The tags of a resource that the configuration can mean. */
export type Written = {
  /** What stands under each of its keys, by the place of the key. */
  readonly values: readonly (string | undefined)[];
  /** Sorted. */
  readonly misspelt: readonly Misspelt[];
  /** The keys of all the other tags. */
  readonly others: readonly string[];
  /** Whether no tag means any of the keys. */
  readonly isBare: boolean;
};

const NONE: readonly never[] = [];

/**
 * Compiles how tags are sorted by the keys that they mean, in one pass. Every key is asked for in turn before the next
 * resource comes, so that the latest answer is kept.
 *
 * @example writtenReader(keys, keyReader(keys))({ "ml-team": "vision", ML_Project: "ocr" })
 * // { values: ["vision", undefined, …], misspelt: [{ spelling: "ML_Project", value: "ocr", … }], others: [], … }
 */
export function writtenReader(keys: readonly string[], meantBy: KeyReader): (tags: TagMap) => Written {
  const nothing: Written = { values: keys.map(() => undefined), misspelt: NONE, others: NONE, isBare: true };
  const sorted = (tags: TagMap): Written => {
    const spellings = Object.keys(tags);
    if (spellings.length === 0) return nothing;
    let values: (string | undefined)[] | null = null;
    const misspelt: Misspelt[] = [];
    const others: string[] = [];
    for (const spelling of spellings) {
      const meant = meantBy(spelling);
      const value = tags[spelling] ?? "";
      if (meant === null) others.push(spelling);
      else if (meant.how === "exactly") {
        values ??= nothing.values.slice();
        values[meant.place] = value;
      } else misspelt.push({ spelling, value, meant });
    }
    misspelt.sort((a, b) => (a.spelling < b.spelling ? -1 : 1));
    return {
      values: values ?? nothing.values,
      misspelt,
      others,
      isBare: values === null && misspelt.length === 0,
    };
  };
  let latest: TagMap = {};
  let written = nothing;
  return (tags) => {
    if (tags !== latest) {
      written = sorted(tags);
      latest = tags;
    }
    return written;
  };
}
