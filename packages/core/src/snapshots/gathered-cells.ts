import type { Destination } from "../costs/attribution/destination.ts";
import { leafKey } from "../costs/leaf.ts";
import { type Amount, sum } from "../costs/money.ts";
import type { MonthCell } from "../reports/month/cell.ts";
import { factOf, MONTH_KEYS } from "../reports/month/keys.ts";
import type { Group } from "../reports/report.ts";
import { compareGroups } from "../reports/rows.ts";
import { leafOf } from "../reports/where.ts";

/** Where in a month money stands, besides its destination. */
export type CellPlace = Pick<MonthCell, "service" | "account" | "day" | "pool">;

interface Gathered {
  readonly cell: Omit<MonthCell, "amount">;
  amount: Amount;
}

/** Sums the money of one holder by all that tells it apart. */
export class GatheredCells {
  readonly #byKey = new Map<string, Gathered>();

  add(destination: Destination, place: CellPlace, amount: Amount): void {
    const { service, account, day, pool } = place;
    const leaf = leafOf(destination);
    const { reason, value } = destination.kind === "unallocated" ? destination : NOT_UNALLOCATED;
    const texts = [leafKey(leaf), service, account, pool ?? "\u0000", reason ?? "\u0000", value ?? "\u0000"];
    const key = `${texts.join("\u0002")}\u0002${day}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) known.amount += amount;
    else this.#byKey.set(key, { cell: { leaf, service, account, day, pool, reason, value }, amount });
  }

  /** What all comes to. */
  total(): Amount {
    return sum([...this.#byKey.values()].map(({ amount }) => amount));
  }

  /** The cells without those that came to nothing, ordered as rows of all that tells them apart are. */
  cells(): MonthCell[] {
    return [...this.#byKey.values()]
      .filter(({ amount }) => amount !== 0n)
      .map(({ cell, amount }) => ({ order: orderOf(cell), cell: { ...cell, amount } }))
      .sort((a, b) => compareGroups(a.order, b.order))
      .map(({ cell }) => cell);
  }
}

const NOT_UNALLOCATED = { reason: null, value: null } as const;

function orderOf(cell: Gathered["cell"]): Group {
  return [...MONTH_KEYS.map((key) => factOf(cell, key)), cell.reason, cell.value];
}
