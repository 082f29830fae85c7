import type { Holder, HolderMonth } from "@tagledger/core/bills/day";
import type { PeriodState } from "@tagledger/core/bills/period-state";
import { TagledgerError } from "@tagledger/core/errors";
import type { ItemStore } from "../items.ts";
import { type FoundDay, findDays, readDay } from "./found-days.ts";
import { inForce, isGone } from "./in-force.ts";
import { exportText } from "./keys.ts";
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
    const found = await findDays(store, holder, period);
    const after = await readPeriod(store, period);
    if (after.revision === before.revision) {
      return { holder, period, days: await daysOf(holder, found, after) };
    }
    before = after;
  }
  throw new TagledgerError("outside-failure", `${period}: what is read of this period changes all the time`, {
    period,
  });
}

async function daysOf(
  holder: Holder,
  found: readonly FoundDay[],
  { pointers }: PeriodState,
): Promise<HolderMonth["days"]> {
  const read = new Map(
    Object.entries(pointers).map(([name, { chain }]) => [exportText(name), { name, chain }] as const),
  );
  const days = inForce(found, (text) => read.get(text)?.chain ?? []);
  const standing = [...days.values()].filter((pieces) => !isGone(pieces));
  return Promise.all(
    standing.map(async (pieces) => {
      const name = read.get(pieces[0]?.export ?? "")?.name ?? "";
      return { ...(await readDay(holder, pieces)), export: name };
    }),
  );
}
