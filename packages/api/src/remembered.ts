import type { Detail, DetailEntry } from "@tagledger/core/snapshots/detail";
import type { Snapshots } from "./system.ts";

/** Some tens of megabytes. */
const MOST_CELLS = 100_000;

/**
 * Remembers details that were read, those that were asked for longest ago forgotten first: what is stored under a hash never
 * changes, so that only the first who asks waits until it is read and decoded.
 */
export function remembering(mostCells = MOST_CELLS): (records: Snapshots) => Snapshots {
  const known = new Map<string, Detail>();
  let cells = 0;
  const keep = (key: string, detail: Detail) => {
    known.set(key, detail);
    cells += detail.cells.length;
    for (const [oldest, { cells: gone }] of known) {
      if (cells <= mostCells) break;
      known.delete(oldest);
      cells -= gone.length;
    }
  };
  return (records) => ({
    ...records,
    async readDetailOf(entry) {
      const key = keyOf(entry);
      const found = known.get(key);
      if (found === undefined) {
        const detail = await records.readDetailOf(entry);
        // Somebody else may have read it meanwhile.
        if (!known.has(key)) keep(key, detail);
        return detail;
      }
      known.delete(key);
      known.set(key, found);
      return found;
    },
  });
}

/** All that a detail is held against when it is read. */
function keyOf({ hash, holder, currency, total }: DetailEntry): string {
  return JSON.stringify([hash, holder, currency, String(total)]);
}
