import type { Transacted } from "@tagledger/core/ledger/write";
import { type Change, changedKey, type ItemStore } from "./items.ts";
import { checkLimits } from "./limits.ts";

/** A change, and the place in a list of the write that it belongs to. */
export interface Planned {
  readonly change: Change;
  readonly place: number;
}

/** Makes all changes, or none where a condition does not hold; says which writes were refused. */
export async function writeTogether(store: ItemStore, planned: readonly Planned[]): Promise<Transacted> {
  // No store writes one item twice at once, and one after the other the later would be refused.
  const seen = new Map<string, number>();
  const repeated = planned.filter(({ change, place }) => {
    const { partition, sort } = changedKey(change);
    const key = `${partition}\n${sort}`;
    const first = seen.get(key) ?? place;
    seen.set(key, first);
    return first !== place;
  });
  if (repeated.length > 0) return refusal(repeated.map(({ place }) => place));
  const changes = planned.map(({ change }) => change);
  checkLimits(changes);
  if (changes.length === 0) return { done: true };
  const refused = await store.write(changes);
  return refused.length === 0
    ? { done: true }
    : refusal(refused.map((index) => planned[index]?.place ?? index));
}

function refusal(places: readonly number[]): Transacted {
  return { done: false, refused: [...new Set(places)].sort((a, b) => a - b) };
}
