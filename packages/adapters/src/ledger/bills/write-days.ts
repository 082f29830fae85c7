import type { Holder, HolderDay } from "@tagledger/core/bills/day";
import { holderKey } from "@tagledger/core/bills/holder";
import type { BillVersion, DaysWritten } from "@tagledger/core/bills/version";
import type { ItemStore } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { dayItems, type FoundDay, foundDay, goneItem, packDay } from "./day-items.ts";
import { keepHolder, listHolders } from "./holders.ts";
import { InFlight } from "./in-flight.ts";
import { dayKey, inForce } from "./in-force.ts";
import { exportText, monthPartition } from "./keys.ts";

const AT_ONCE = 8;

/** A holder whose days are being written. */
interface Open {
  readonly holder: Holder;
  /** What is in force of the version's export, by day. */
  readonly standing: Map<string, readonly FoundDay[]>;
  /** What was written under the same number before somebody was killed. */
  readonly own: Map<string, FoundDay>;
}

/**
 * Writes those days of a version that are not as they are in force, unseen until a pointer names its number, and says of
 * those that are no more that they are gone.
 *
 * @param days ordered by holder and day
 */
export async function writeDays(
  store: ItemStore,
  version: Pick<BillVersion, "export" | "period" | "sequence">,
  chain: readonly number[],
  days: AsyncIterable<HolderDay>,
): Promise<DaysWritten> {
  const { export: name, period, sequence } = version;
  const known = new Map(
    (await listHolders(store, period, name)).map((holder) => [holderKey(holder), holder]),
  );
  const counts = { written: 0, removed: 0, unchanged: 0 };
  const flight = new InFlight(AT_ONCE);
  const writeGone = async ({ holder, standing }: Open) => {
    for (const [first] of standing.values()) {
      if (first === undefined || first.header.hash === null) continue;
      counts.removed++;
      const item = goneItem(holder, period, { day: first.day, export: name, sequence });
      await flight.begin(async () => void (await store.write([{ item }])));
    }
  };
  let open: Open | null = null;
  for await (const day of days) {
    if (open === null || holderKey(open.holder) !== holderKey(day.holder)) {
      if (open !== null) await writeGone(open);
      // Before the first of its days: whoever cleans up after a crash finds them by this list.
      if (!known.has(holderKey(day.holder))) await keepHolder(store, period, name, day.holder);
      open = await openHolder(store, version, chain, day.holder);
    }
    known.delete(holderKey(day.holder));
    const packed = packDay(day);
    const key = dayKey({ day: day.day, export: exportText(name) });
    const standing = open.standing.get(key)?.[0];
    const own = open.own.get(key);
    open.standing.delete(key);
    if (own === undefined ? standing?.header.hash === packed.hash : own.header.hash === packed.hash) {
      counts[own === undefined ? "unchanged" : "written"]++;
      continue;
    }
    counts.written++;
    const { holder } = day;
    await flight.begin(async () => {
      const items = await dayItems(packed, holder, period, { day: day.day, export: name, sequence });
      for (const item of items) await store.write([{ item }]);
    });
  }
  if (open !== null) await writeGone(open);
  for (const holder of known.values()) await writeGone(await openHolder(store, version, chain, holder));
  await flight.end();
  return counts;
}

async function openHolder(
  store: ItemStore,
  { export: name, period, sequence }: Pick<BillVersion, "export" | "period" | "sequence">,
  chain: readonly number[],
  holder: Holder,
): Promise<Open> {
  const partition = monthPartition(holder, period);
  const found = (await store.query({ partition, ...WHOLE }))
    .map(foundDay)
    .filter((piece) => piece.export === exportText(name));
  const own = found.filter((piece) => piece.sequence === sequence && piece.chunk === 0);
  return {
    holder,
    standing: inForce(found, () => chain),
    own: new Map(own.map((piece) => [dayKey(piece), piece])),
  };
}
