/** Where the value of a repair comes from. */
export const WAYS = {
  spelling: { says: "the value, spelt as the schema spells it", inferred: false },
  alias: { says: "the value that the word stands for", inferred: false },
  key: { says: "the value under the other spelling of the key", inferred: false },
  "near-value": { says: "the only allowed value that is near", inferred: false },
  "other-key": { says: "the value under another key of the dimension", inferred: false },
  api: { says: "what the call makes", inferred: true },
  account: { says: "the environment of the account", inferred: true },
  owner: { says: "the team that it belongs to, by all that is known", inferred: true },
} as const satisfies Record<string, { readonly says: string; readonly inferred: boolean }>;

/** Where the value of a repair comes from, by name. */
export type Way = keyof typeof WAYS;

/** One tag that would be written, and the tags that it replaces. */
export type Repair = {
  readonly key: string;
  readonly value: string;
  readonly by: Way;
  /** What the value was taken from: a tag, a type, an account. */
  readonly from: string;
  /** Other spellings of the key, whose value this is. */
  readonly removes: readonly string[];
};
