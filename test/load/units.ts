import {
  type Change,
  changedKey,
  INDEXES,
  type IndexName,
  type Item,
  type ItemStore,
} from "@tagledger/adapters/ledger/items";
import { copySize, itemSize } from "./item-size.ts";

/** What DynamoDB charges for. */
export interface Units {
  /** Requests, whatever they ask. */
  requests: number;
  /** Read units: 4 kB each. */
  reads: number;
  /** Write units of the table: 1 kB each, twice that within a transaction. */
  table: number;
  /** Write units of all indexes, once each: what AWS counts for them within a transaction it does not say. */
  indexes: number;
  /** Bytes that the table grew by, with the hundred that AWS adds to each item. */
  bytes: number;
  /** Bytes that its indexes grew by, likewise. */
  copies: number;
}

/** None yet. */
export function noUnits(): Units {
  return { requests: 0, reads: 0, table: 0, indexes: 0, bytes: 0, copies: 0 };
}

/** So many units and so many more. */
export function plusUnits(a: Units, b: Units): Units {
  return {
    requests: a.requests + b.requests,
    reads: a.reads + b.reads,
    table: a.table + b.table,
    indexes: a.indexes + b.indexes,
    bytes: a.bytes + b.bytes,
    copies: a.copies + b.copies,
  };
}

const [KB, PAGE] = [1024, 4096];
/** What AWS adds to each item, and to each copy of it, for storing it. */
const OVERHEAD = 100;

/**
 * Counts what DynamoDB charges for what a store is asked, by the sizes of items. DynamoDB Local cannot be asked: it
 * counts six items of 900 bytes in one transaction as one. What is refused counts like what is written, less indexes.
 *
 * @param count where it is added up, asked for at each call
 */
export function counted(store: ItemStore, count: () => Units): ItemStore {
  const held = new Map<string, Item>();
  return {
    ...store,
    async get(key) {
      const found = await store.get(key);
      const units = count();
      units.requests += 1;
      units.reads += Math.max(1, Math.ceil(itemSize(held.get(`${key.partition}\n${key.sort}`)) / PAGE));
      return found;
    },
    async query(stretch) {
      const found = await store.query(stretch);
      const units = count();
      units.requests += 1;
      units.reads += Math.max(1, Math.ceil(found.reduce((sum, item) => sum + itemSize(item), 0) / PAGE));
      return found;
    },
    async write(changes) {
      const refused = await store.write(changes);
      const units = count();
      units.requests += 1;
      for (const change of changes) {
        const { before, after } = replaced(held, change);
        const isSigned = "item" in change && "when" in change;
        const size = Math.max(itemSize(before, isSigned), itemSize(after, isSigned));
        units.table += kilobytes(size) * (changes.length > 1 ? 2 : 1);
        if (refused.length > 0) continue;
        units.bytes += stored(itemSize(after)) - stored(itemSize(before));
        for (const index of INDEXES) {
          units.indexes += movedIn(index, before, after);
          units.copies += stored(copySize(after, index)) - stored(copySize(before, index));
        }
        if (after !== undefined) held.set(nameOf(change), after);
        else held.delete(nameOf(change));
      }
      return refused;
    },
  };
}

function replaced(held: ReadonlyMap<string, Item>, change: Change) {
  const before = held.get(nameOf(change));
  if ("check" in change) return { before, after: before };
  return { before, after: "item" in change ? change.item : undefined };
}

/** The copy of an item in an index is replaced where it stands, or taken out and put in elsewhere. */
function movedIn(index: IndexName, before: Item | undefined, after: Item | undefined): number {
  const [old, made] = [kilobytes(copySize(before, index)), kilobytes(copySize(after, index))];
  if (placeIn(index, before) !== placeIn(index, after)) return old + made;
  return before?.body === after?.body && before?.version === after?.version ? 0 : Math.max(old, made);
}

function stored(size: number): number {
  return size === 0 ? 0 : size + OVERHEAD;
}

function placeIn(index: IndexName, item: Item | undefined): string {
  return JSON.stringify(item?.indexes?.[index] ?? null);
}

function nameOf(change: Change): string {
  const { partition, sort } = changedKey(change);
  return `${partition}\n${sort}`;
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / KB);
}
