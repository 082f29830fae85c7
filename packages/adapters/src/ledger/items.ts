/**
 * The orders besides their own in which items are listed. `list` is several in one, told apart by their partitions,
 * because each order costs an index of its own and no item stands in two of them.
 */
export const INDEXES = ["team", "list", "people", "due"] as const;

/** An order besides their own in which items are listed. */
export type IndexName = (typeof INDEXES)[number];

/** Where an item stands: in an order of texts within a partition. Both are printable ASCII, which all stores order alike. */
export interface ItemKey {
  readonly partition: string;
  readonly sort: string;
}

/** The smallest thing that is written: a row of a table with one key, as in DynamoDB. */
export interface Item extends ItemKey {
  /** From 1; what is not there has version 0. */
  readonly version: number;
  readonly body: string | Uint8Array;
  /** From when on a store may remove it, in epoch milliseconds. */
  readonly expires?: number;
  /** Where it stands in other orders; it is in no other. */
  readonly indexes?: Readonly<Partial<Record<IndexName, ItemKey>>>;
}

/** What must hold of the item that is about to be replaced. */
export type Condition = { readonly version: number } | { readonly versionAtMost: number };

/** An item to write, whatever was there, unless a condition is given. */
export interface Put {
  readonly item: Item;
  readonly when?: Condition;
}

/** An item to remove; where there is none, nothing happens. */
export interface Removal {
  readonly remove: ItemKey;
}

/** An item that stays as it is, and what must hold of it for the others to be changed. */
export interface Check {
  readonly check: ItemKey;
  readonly when: Condition;
}

/** What is done to one item. */
export type Change = Put | Removal | Check;

/** A stretch of a partition. */
export interface Stretch {
  /** The order to go by; without it their own. */
  readonly index?: IndexName;
  readonly partition: string;
  /** The first and the last sort key, both included. */
  readonly from: string;
  readonly to: string;
  readonly descending?: boolean;
  readonly limit?: number;
}

/** An item as it was found. */
export interface FoundItem extends ItemKey {
  readonly version: number;
  readonly body: string | Uint8Array;
  /** Its sort key in the order that was asked for. */
  readonly place: string;
}

/** A table of items: all that a ledger asks of a database. */
export interface ItemStore {
  get(key: ItemKey): Promise<FoundItem | null>;
  query(stretch: Stretch): Promise<readonly FoundItem[]>;
  /**
   * Makes all changes, no two of one key, or none where a condition does not hold.
   *
   * @returns the places in the list whose conditions do not hold; empty when all was written
   */
  write(changes: readonly Change[]): Promise<readonly number[]>;
  /**
   * Removes what expires at an instant or before, and all traces of what was replaced.
   *
   * @returns how many items were removed
   */
  clean(expiredBy: number): Promise<number>;
  close(): Promise<void>;
}

/** The key of the item that is changed, or looked at. */
export function changedKey(change: Change): ItemKey {
  if ("remove" in change) return change.remove;
  return "check" in change ? change.check : change.item;
}

/** Says whether an item of a version may be replaced; 0 stands for none. */
export function holds(when: Condition | undefined, version: number): boolean {
  if (when === undefined) return true;
  return "version" in when ? version === when.version : version <= when.versionAtMost;
}

/**
 * An instant as the version of an item, so that a later one replaces an earlier.
 *
 * @throws RangeError when it is no instant after the beginning of 1970
 */
export function instantVersion(instant: number): number {
  if (Number.isSafeInteger(instant) && instant > 0) return instant;
  throw new RangeError(`${instant} is not an instant in milliseconds since 1970`);
}
