import type { PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";

/** An entry and its place among all that are sent. */
export interface Placed {
  readonly place: number;
  readonly entry: PutEventsRequestEntry;
}

/** What EventBridge takes in one call. */
const MOST_ENTRIES = 10;
const MOST_BYTES = 256 * 1024;
/** A time counts for so many bytes, however it is written. */
const TIME_BYTES = 14;

/**
 * Divides entries into calls that EventBridge takes, in their order. What is too large for any is left out.
 *
 * @example batchesOf(elevenSmallEntries).map(({ length }) => length) // [10, 1]
 */
export function batchesOf(entries: readonly Placed[]): readonly (readonly Placed[])[] {
  const batches: Placed[][] = [];
  let bytes = 0;
  for (const placed of entries) {
    const size = sizeOf(placed.entry);
    // The limit itself is too much.
    if (size >= MOST_BYTES) continue;
    const last = batches.at(-1);
    if (last === undefined || last.length === MOST_ENTRIES || bytes + size >= MOST_BYTES) {
      batches.push([placed]);
      bytes = size;
    } else {
      last.push(placed);
      bytes += size;
    }
  }
  return batches;
}

/** The bytes of an entry as EventBridge counts them. */
function sizeOf({
  Source = "",
  DetailType = "",
  Detail = "",
  Resources = [],
}: PutEventsRequestEntry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), TIME_BYTES);
}
