/**
 * Characters for all lists of an event. EventBridge takes 256 kB with everything, what it delivers to takes no more, and
 * a character is three bytes at most.
 */
const CHARACTERS = 60_000;

/** The room that the lists of one event share; what finds none is counted, never lost in silence. */
export interface Room {
  /** Those of a list that there is room for. */
  list<Item>(items: readonly Item[]): Item[];
  /** The members of an object that there is room for. */
  members<Value>(all: Readonly<Record<string, Value>>): Record<string, Value>;
  /** How many found none so far. */
  leftOut(): number;
}

/**
 * Room for the lists of one event.
 *
 * @example roomInEvent(10).list(["abcd", "efgh"]) // ["abcd"]
 */
export function roomInEvent(characters = CHARACTERS): Room {
  let left = characters;
  let leftOut = 0;
  const fits = (item: unknown): boolean => {
    const needed = JSON.stringify(item).length + 1;
    const hasRoom = needed <= left;
    if (hasRoom) left -= needed;
    else leftOut += 1;
    return hasRoom;
  };
  return {
    list: (items) => items.filter(fits),
    members: (all) => Object.fromEntries(Object.entries(all).filter(fits)),
    leftOut: () => leftOut,
  };
}
