import type { PlacedDay } from "../bills/placed.ts";

/** Rows of one destination, or of several that come after each other. */
export type PlacedRows = AsyncIterable<readonly PlacedDay[]>;

/**
 * Reads rows of several bills side by side, so that of each destination all come together and no bill is in memory whole.
 *
 * @param bills each ordered by destination
 */
export async function* sideBySide(bills: readonly PlacedRows[]): AsyncGenerator<readonly PlacedDay[]> {
  const open = await Promise.all(bills.map(begun));
  for (;;) {
    const next = Math.min(...open.map(({ first }) => first?.destination ?? Number.POSITIVE_INFINITY));
    if (!Number.isFinite(next)) return;
    for (const each of open) while (each.first?.destination === next) yield await each.take(next);
  }
}

interface Reading {
  readonly first: PlacedDay | undefined;
  take(destination: number): Promise<readonly PlacedDay[]>;
}

async function begun(rows: PlacedRows): Promise<Reading> {
  const parts = rows[Symbol.asyncIterator]();
  let part: readonly PlacedDay[] = [];
  let at = 0;
  const fill = async () => {
    while (at >= part.length) {
      const { done, value } = await parts.next();
      if (done === true) return;
      [part, at] = [value, 0];
    }
  };
  await fill();
  return {
    get first() {
      return part[at];
    },
    async take(destination) {
      let end = at;
      while (part[end]?.destination === destination) end += 1;
      const taken = part.slice(at, end);
      at = end;
      await fill();
      return taken;
    },
  };
}
