import { compareGroups } from "../rows.ts";

/** How often something was counted. */
export interface Counted<Name> {
  readonly name: Name;
  readonly count: number;
}

const MOST_NAMES = 10_000;

/** Counts by name; of more names than memory should hold, those that come too late are counted together. */
export class Tally<Name extends string | null = string> {
  readonly #counts = new Map<Name, number>();
  #others = 0;

  /** Counts a name once more. */
  add(name: Name): void {
    const known = this.#counts.get(name);
    if (known === undefined && this.#counts.size >= MOST_NAMES) this.#others++;
    else this.#counts.set(name, (known ?? 0) + 1);
  }

  /** The same, with a name counted once more. */
  with(name: Name): this {
    this.add(name);
    return this;
  }

  of(name: Name): number {
    return this.#counts.get(name) ?? 0;
  }

  /** What was counted under names that came too late. */
  get others(): number {
    return this.#others;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((total, count) => total + count, this.#others);
  }

  /** The most frequent first, equal ones by name, nobody last. */
  sorted(): Counted<Name>[] {
    return [...this.#counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || compareGroups([a.name], [b.name]));
  }
}

/** Counts by two names, the second of which has few values; the first is bounded as that of a tally is. */
export class CrossTally<Row extends string | null, Column extends string> {
  readonly #rows = new Map<Row, Tally<Column>>();
  /** What was counted under rows that came too late. */
  readonly others = new Tally<Column>();

  add(row: Row, column: Column): void {
    const known = this.#rows.get(row);
    if (known === undefined && this.#rows.size >= MOST_NAMES) this.others.add(column);
    else if (known === undefined) this.#rows.set(row, new Tally<Column>().with(column));
    else known.add(column);
  }

  /** The most frequent rows first, equal ones by name, nobody last. */
  sorted(): { readonly name: Row; readonly counts: Tally<Column> }[] {
    return [...this.#rows]
      .map(([name, counts]) => ({ name, counts }))
      .sort((a, b) => b.counts.total - a.counts.total || compareGroups([a.name], [b.name]));
  }
}
