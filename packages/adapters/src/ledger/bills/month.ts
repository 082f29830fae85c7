import type { Holder, HolderMonth } from "@tagledger/core/bills/day";
import { TagledgerError } from "@tagledger/core/errors";
import type { ItemStore } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { foundDay, readDay } from "./day-items.ts";
import { inForce } from "./in-force.ts";
import { exportText, monthPartition } from "./keys.ts";
import { readPeriod } from "./periods.ts";

const ATTEMPTS = 10;

/**
 * All days of a holder in a month as they are in force: read in one query between two looks at what that is, and again
 * where it changed in between.
 *
 * @throws outside-failure where it changes all the time
 */
export async function readMonth(store: ItemStore, holder: Holder, period: string): Promise<HolderMonth> {
  let before = await readPeriod(store, period);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await store.query({ partition: monthPartition(holder, period), ...WHOLE });
    const after = await readPeriod(store, period);
    if (after.revision === before.revision) {
      const names = new Map(
        Object.entries(after.pointers).map(([name, pointer]) => [exportText(name), { name, pointer }]),
      );
      const standing = inForce(found.map(foundDay), (name) => names.get(name)?.pointer.chain ?? []);
      const days = [...standing.values()].filter(
        ([first]) => first !== undefined && first.header.hash !== null,
      );
      const read = await Promise.all(
        days.map(async (pieces) => ({
          ...(await readDay(holder, pieces)),
          export: names.get(pieces[0]?.export ?? "")?.name ?? "",
        })),
      );
      return { holder, period, days: read };
    }
    before = after;
  }
  throw new TagledgerError("outside-failure", `${period}: what is read of this period changes all the time`, {
    period,
  });
}
