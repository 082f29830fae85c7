import { isHidden, type TagState, tagOf } from "../tag-state.ts";
import { isBlank, type Reader } from "./reading.ts";
import type { Written } from "./written.ts";

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

/** What is asked of the tags of a resource: where the value of which key stands. */
export type Question = {
  readonly key: string;
  /** The place of the key among those that are known, or null where it is not. */
  readonly place: number | null;
  readonly read: Reader;
};

const HIDDEN: Standing = { where: "hidden" };
const ABSENT: Standing = { where: "nowhere", blank: null };

/**
 * Finds where the value of a key stands; what is blank stands nowhere. A key that is off by more than case and
 * separators only counts where its value is one that the key allows.
 *
 * @param written the tags of the same state
 * @example standingOf({ tags: { ML_Team: "vision" }, … }, written, { key: "ml-team", place: 0, read }, at)
 * // { where: "misspelt", spellings: ["ML_Team"], value: "vision" }
 */
export function standingOf(state: TagState, written: Written, question: Question, at: number): Standing {
  const { key, place } = question;
  const raw = place === null ? tagOf(state, key) : written.values[place];
  if (raw !== undefined && !isBlank(raw)) return { where: "here", value: raw };
  if (isHidden(state, key)) return HIDDEN;
  const found = written.misspelt.length === 0 ? null : misspelt(written, question, at);
  return found ?? (raw === undefined ? ABSENT : { where: "nowhere", blank: raw });
}

function misspelt(written: Written, { key, read }: Question, at: number): Standing | null {
  const found = written.misspelt.filter(
    ({ value, meant }) =>
      meant.key === key && !isBlank(value) && (meant.how === "surely" || read(value, at).value !== null),
  );
  const [first] = found;
  if (first === undefined) return null;
  const spellings = found.map(({ spelling }) => spelling);
  const said = found.map(({ value }) => read(value, at).value ?? value);
  if (said.some((each) => each !== said[0])) return { where: "conflict", spellings };
  return { where: "misspelt", spellings, value: first.value };
}
