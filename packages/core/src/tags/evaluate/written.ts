import type { TagMap } from "../../catalog/tags.ts";
import { remember } from "../../text/remember.ts";
import { isOwnerKey } from "../owner-keys.ts";
import type { KeyReader, Meant } from "./key-spelling.ts";

/** A tag whose key is another spelling of one that the configuration knows. */
export type Misspelt = { readonly spelling: string; readonly value: string; readonly meant: Meant };

/** The tags of a resource that the configuration can mean. */
export type Written = {
  /** What stands under each of its keys, by the place of the key. */
  readonly values: readonly (string | undefined)[];
  /** Sorted. */
  readonly misspelt: readonly Misspelt[];
  /** Of the other keys, those under which people write who something belongs to. */
  readonly owners: readonly string[];
  /** Whether no tag means any of the keys. */
  readonly isBare: boolean;
};

const NONE: readonly never[] = [];
const REMEMBERED = 4096;

/**
 * Compiles how tags are sorted by the keys that they mean, in one pass. Every key is asked for in turn before the next
 * resource comes, so that the latest answer is kept.
 *
 * @example writtenReader(keys, keyReader(keys))({ "ml-team": "vision", ML_Project: "ocr" })
 * // { values: ["vision", undefined, …], misspelt: [{ spelling: "ML_Project", value: "ocr", … }], owners: [], … }
 */
export function writtenReader(keys: readonly string[], meantBy: KeyReader): (tags: TagMap) => Written {
  const nothing: Written = { values: keys.map(() => undefined), misspelt: NONE, owners: NONE, isBare: true };
  const read = remember(
    (spelling): Meant | "owner" | null => meantBy(spelling) ?? (isOwnerKey(spelling) ? "owner" : null),
    REMEMBERED,
  );
  const sorted = (tags: TagMap): Written => {
    // Most tags stand under a key as it is, or mean nothing here: lists are made where something is listed.
    let values: (string | undefined)[] | null = null;
    let misspelt: Misspelt[] | null = null;
    let owners: string[] | null = null;
    for (const spelling of Object.keys(tags)) {
      const meant = read(spelling);
      if (meant === null) continue;
      const value = tags[spelling] ?? "";
      if (meant === "owner") {
        owners ??= [];
        owners.push(spelling);
      } else if (meant.how === "exactly") {
        values ??= nothing.values.slice();
        values[meant.place] = value;
      } else {
        misspelt ??= [];
        misspelt.push({ spelling, value, meant });
      }
    }
    if (values === null && misspelt === null && owners === null) return nothing;
    misspelt?.sort((a, b) => (a.spelling < b.spelling ? -1 : 1));
    return {
      values: values ?? nothing.values,
      misspelt: misspelt ?? NONE,
      owners: owners ?? NONE,
      isBare: values === null && misspelt === null,
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
