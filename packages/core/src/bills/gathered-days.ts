import type { Basis } from "../costs/charge.ts";
import type { Leaf } from "../costs/leaf.ts";
import type { Amount } from "../costs/money.ts";
import type { DayCell, Holder, HolderDay } from "./day.ts";

/** A leaf and what orders it. */
export interface KeyedLeaf {
  readonly leaf: Leaf;
  readonly key: string;
}

/** Charges of one leaf, service and account. */
export interface Gathered {
  readonly day: number;
  readonly service: string;
  readonly account: string;
  readonly lines: number;
  readonly amounts: Readonly<Partial<Record<Basis, Amount>>>;
}

/** What will be a cell, or a part of one: there may be millions, so it holds nothing twice. */
interface Piece {
  readonly place: KeyedLeaf;
  readonly service: string;
  readonly account: string;
  lines: number;
  amount: Amount;
}

interface Day {
  readonly pieces: Piece[];
  /** By the place of a basis among those that the bill holds. */
  readonly totals: Amount[];
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

  add(place: KeyedLeaf, { day, service, account, lines, amounts }: Gathered): void {
    const { pieces, totals } = this.#dayOf(day);
    let at = 0;
    for (const basis of this.#bases) {
      totals[at] = (totals[at] ?? 0n) + (amounts[basis] ?? 0n);
      at += 1;
    }
    const amount = amounts.effective ?? 0n;
    if (lines !== 0 || amount !== 0n) pieces.push({ place, service, account, lines, amount });
  }

  /** The days with charges, in their order. */
  *days(): Generator<HolderDay> {
    const sorted = [...this.#days].sort(([a], [b]) => a - b);
    for (const [day, { pieces, totals }] of sorted) {
      if (pieces.length === 0 && totals.every((total) => total === 0n)) continue;
      const named = this.#bases.map((basis, at) => [basis, totals[at] ?? 0n]);
      yield { holder: this.#holder, day, cells: cellsOf(pieces), totals: Object.fromEntries(named) };
      // Cells take as much room as what they were made of.
      this.#days.delete(day);
    }
  }

  #dayOf(day: number): Day {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const begun: Day = { pieces: [], totals: [] };
    this.#days.set(day, begun);
    return begun;
  }
}

function cellsOf(pieces: Piece[]): DayCell[] {
  pieces.sort(inOrder);
  const cells: Piece[] = [];
  for (const piece of pieces) {
    const last = cells.at(-1);
    if (last === undefined || inOrder(last, piece) !== 0) cells.push(piece);
    else {
      last.lines += piece.lines;
      last.amount += piece.amount;
    }
  }
  return cells.map(({ place: { leaf }, service, account, lines, amount }) => {
    return { leaf, service, account, lines, amount };
  });
}

function inOrder(a: Piece, b: Piece): number {
  const byLeaf = a.place === b.place ? 0 : compare(a.place.key, b.place.key);
  return byLeaf || compare(a.service, b.service) || compare(a.account, b.account);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
