import type { Destination } from "../costs/attribution/destination.ts";
import type { FollowedTotal } from "../costs/attribution/followed-totals.ts";
import { BASES, type Basis } from "../costs/charge.ts";
import { leafKey } from "../costs/leaf.ts";
import type { Holder, HolderDay } from "./day.ts";
import { type Gathered, GatheredDays, type KeyedLeaf } from "./gathered-days.ts";
import { holderKey, holderOf, leafOf } from "./holder.ts";
import type { PlacedDay } from "./placed.ts";
import type { Placed } from "./placements.ts";

/** The day of what follows the whole month. */
const OF_NO_DAY = 0;

/** What days are made of besides the charges of each. */
export interface HolderDaysInput {
  readonly destinations: Placed["destinations"];
  /** Those that the bill holds. */
  readonly bases: readonly Basis[];
  /** What followed others, on each basis. */
  readonly followed: Readonly<Partial<Record<Basis, readonly FollowedTotal[]>>>;
}

/**
 * Gathers what counts at destinations into the days of their holders, ordered by holder and day, with one holder in
 * memory at a time; what followed others stands on day 0.
 *
 * @param rows ordered by destination
 */
export async function* holderDays(
  rows: AsyncIterable<readonly PlacedDay[]>,
  { destinations, bases, followed }: HolderDaysInput,
): AsyncGenerator<HolderDay> {
  const waiting = followedHolders(followed);
  const begun = ({ holder, key }: Pick<Waiting, "holder" | "key">) => {
    const days = new GatheredDays(holder, bases);
    for (const { place, cell } of take(waiting, key)) days.add(place, cell);
    return { key, days };
  };
  let open: ReturnType<typeof begun> | null = null;
  let at: ReturnType<typeof placeOf> | null = null;
  for await (const some of rows) {
    for (const row of some) {
      // Of millions of destinations only the last is known in full.
      if (at?.destination !== row.destination) at = placeOf(destinations, row.destination);
      if (at.place === null) continue;
      const { holder, key, leaf } = at.place;
      if (open?.key !== key) {
        if (open !== null && open.key > key) throw new RangeError("charges are ordered by destination");
        if (open !== null) yield* open.days.days();
        for (const each of before(waiting, key)) yield* begun(each).days.days();
        open = begun({ holder, key });
      }
      open.days.add(leaf, row);
    }
  }
  if (open !== null) yield* open.days.days();
  for (const each of before(waiting, null)) yield* begun(each).days.days();
}

interface Waiting {
  readonly holder: Holder;
  readonly key: string;
  readonly cells: { readonly place: KeyedLeaf; readonly cell: Gathered }[];
}

/** Whose charges stand at the destination with an index, and under which leaf; no place where it stands for many. */
function placeOf(destinations: HolderDaysInput["destinations"], index: number) {
  const destination = destinations[index];
  if (destination === undefined) throw new RangeError(`there is no destination ${index}`);
  if (destination === null) return { destination: index, place: null };
  const holder = holderOf(destination);
  return { destination: index, place: { holder, key: holderKey(holder), leaf: keyedLeaf(destination) } };
}

function keyedLeaf(destination: Destination): KeyedLeaf {
  const leaf = leafOf(destination);
  return { leaf, key: leafKey(leaf) };
}

/** What followed others, by holder and in their order. */
function followedHolders(followed: HolderDaysInput["followed"]): Map<string, Waiting> {
  const holders = new Map<string, Waiting>();
  for (const basis of BASES) {
    for (const { destination, account, service, amount } of followed[basis] ?? []) {
      const holder = holderOf(destination);
      const key = holderKey(holder);
      const waiting = holders.get(key) ?? { holder, key, cells: [] };
      const cell = { day: OF_NO_DAY, service, account, lines: 0, amounts: { [basis]: amount } };
      waiting.cells.push({ place: keyedLeaf(destination), cell });
      holders.set(key, waiting);
    }
  }
  return new Map([...holders].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function take(waiting: Map<string, Waiting>, key: string): Waiting["cells"] {
  const cells = waiting.get(key)?.cells ?? [];
  waiting.delete(key);
  return cells;
}

/** Those whose turn comes before a holder's, or all, in their order; each is taken before the next is asked for. */
function* before(waiting: ReadonlyMap<string, Waiting>, key: string | null): Generator<Waiting> {
  for (const each of waiting.values()) {
    if (key !== null && each.key >= key) return;
    yield each;
  }
}
