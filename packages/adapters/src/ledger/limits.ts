import { badInput } from "@tagledger/core/errors";
import { TRANSACTION_ITEMS } from "@tagledger/core/ledger/write";
import type { Change, Item } from "./items.ts";

// DynamoDB's limits hold in every store, so that what works on a laptop works deployed: 400 kB an item and 4 MB a
// transaction, less what the adapter's own attributes take.
const ITEM_BYTES = 390_000;
const TRANSACTION_BYTES = 3_900_000;

/**
 * Refuses what no store may be asked to write at once. A removal is one item of unknown size, which nothing is counted for.
 *
 * @throws RangeError when there are too many items or bytes
 * @throws bad-input when one item is too large
 */
export function checkLimits(changes: readonly Change[]): void {
  if (changes.length > TRANSACTION_ITEMS) {
    throw new RangeError(
      `${changes.length} items in one transaction; at most ${TRANSACTION_ITEMS} are possible`,
    );
  }
  const bytes = changes.reduce((sum, change) => sum + ("item" in change ? bytesOf(change.item) : 0), 0);
  if (bytes > TRANSACTION_BYTES) {
    throw new RangeError(`${bytes} bytes in one transaction; at most ${TRANSACTION_BYTES} are possible`);
  }
}

/** The first of some items, as many as one transaction may hold besides others. */
export function fitting(items: readonly Item[], others: number): Item[] {
  let room = TRANSACTION_BYTES - others * ITEM_BYTES;
  return items.slice(0, TRANSACTION_ITEMS - others).filter((item) => {
    room -= bytesOf(item);
    return room >= 0;
  });
}

function bytesOf(item: Item): number {
  const keys = [item, ...Object.values(item.indexes ?? {})];
  const ofKeys = keys.reduce((sum, { partition, sort }) => sum + partition.length + sort.length, 0);
  const bytes = ofKeys + Buffer.byteLength(item.body);
  if (bytes > ITEM_BYTES) {
    const place = `${item.partition} ${item.sort}`;
    throw badInput(`the record ${place} has ${bytes} bytes; at most ${ITEM_BYTES} can be kept`, {
      item: place,
      bytes,
    });
  }
  return bytes;
}
