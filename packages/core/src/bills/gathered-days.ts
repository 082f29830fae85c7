import type { Basis } from "../costs/charge.ts";
import { type Leaf, leafKey } from "../costs/leaf.ts";
import type { Amount } from "../costs/money.ts";
import type { DayCell, Holder, HolderDay } from "./day.ts";

/** Charges of one leaf, service and account. */
export interface Gathered {
  readonly leaf: Leaf;
  readonly day: number;
  readonly service: string;
  readonly account: string;
  readonly lines: number;
  readonly amounts: Readonly<Partial<Record<Basis, Amount>>>;
}

interface Day {
  readonly cells: Map<string, { -readonly [Member in keyof DayCell]: DayCell[Member] }>;
  readonly totals: Map<Basis, Amount>;
}

/** Gathers the charges of one holder by day. */
export class GatheredDays {
  readonly #holder: Holder;
  readonly #bases: readonly Basis[];
  readonly #days = new Map<number, Day>();

  /** @param bases those that the bill holds */
  constructor(holder: Holder, bases: readonly Basis[]) {
    this.#holder = holder;
    this.#bases = bases;
  }

  add({ leaf, day, service, account, lines, amounts }: Gathered): void {
    const { cells, totals } = this.#dayOf(day);
    for (const basis of this.#bases) totals.set(basis, (totals.get(basis) ?? 0n) + (amounts[basis] ?? 0n));
    const amount = amounts.effective ?? 0n;
    if (lines === 0 && amount === 0n) return;
    const key = [leafKey(leaf), service, account].join("\u0002");
    const known = cells.get(key);
    if (known === undefined) cells.set(key, { leaf, service, account, lines, amount });
    else {
      known.lines += lines;
      known.amount += amount;
    }
  }

  /** The days with charges, in their order. */
  days(): HolderDay[] {
    return [...this.#days]
      .filter(([, { cells, totals }]) => cells.size > 0 || [...totals.values()].some((total) => total !== 0n))
      .sort(([a], [b]) => a - b)
      .map(([day, { cells, totals }]) => ({
        holder: this.#holder,
        day,
        cells: [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell),
        totals: Object.fromEntries(totals),
      }));
  }

  #dayOf(day: number): Day {
    const known = this.#days.get(day) ?? { cells: new Map(), totals: new Map() };
    this.#days.set(day, known);
    return known;
  }
}
