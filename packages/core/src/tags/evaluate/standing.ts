import { isHidden, type TagState, tagOf } from "../tag-state.ts";
import type { KeyReader } from "./key-spelling.ts";
import { isBlank, type Reader } from "./reading.ts";

/** Where the value of a key of the schema stands in the tags of a resource. */
export type Standing =
  | { readonly where: "here"; readonly value: string }
  /** Under other spellings of the key, which agree; sorted. */
  | { readonly where: "misspelt"; readonly spellings: readonly string[]; readonly value: string }
  /** Under other spellings of the key, which disagree; sorted. */
  | { readonly where: "conflict"; readonly spellings: readonly string[] }
  | { readonly where: "hidden" }
  /** Of a value that is nothing but space, the space. */
  | { readonly where: "nowhere"; readonly blank: string | null };

/**
 * Finds where the value of a key stands; what is blank stands nowhere. A key that is off by more than case and
 * separators only counts where its value is one that the key allows.
 *
 * @example standingOf({ tags: { ML_Team: "vision" }, … }, "ml-team", { read, keys, at })
 * // { where: "misspelt", spellings: ["ML_Team"], value: "vision" }
 */
export function standingOf(
  state: TagState,
  key: string,
  { read, keys, at }: { readonly read: Reader; readonly keys: KeyReader; readonly at: number },
): Standing {
  const raw = tagOf(state, key);
  if (raw !== undefined && !isBlank(raw)) return { where: "here", value: raw };
  if (isHidden(state, key)) return { where: "hidden" };
  const spellings = Object.keys(state.tags).filter((spelling) => {
    const meant = keys(spelling);
    if (meant === null || meant.key !== key) return false;
    const value = tagOf(state, spelling) ?? "";
    return !isBlank(value) && (meant.sure || read(value, at).value !== null);
  });
  const first = spellings.sort()[0];
  if (first === undefined) return { where: "nowhere", blank: raw ?? null };
  const meant = (spelling: string) => {
    const value = tagOf(state, spelling) ?? "";
    return read(value, at).value ?? value;
  };
  const agree = spellings.every((spelling) => meant(spelling) === meant(first));
  if (!agree) return { where: "conflict", spellings };
  return { where: "misspelt", spellings, value: tagOf(state, first) ?? "" };
}
