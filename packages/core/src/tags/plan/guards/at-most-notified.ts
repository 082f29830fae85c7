import type { Effect } from "../effects.ts";

/** Says whether an effect is more than telling somebody: also a proposal is, as it asks for something to be done. */
export function isMoreThanNotice({ remedy }: Effect): boolean {
  return remedy !== "notify";
}
