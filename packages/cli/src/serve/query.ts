import { DIMENSIONS, type Dimension } from "@tagledger/core/config/definition/match";
import { badInput } from "@tagledger/core/errors";
import { VERDICTS } from "@tagledger/core/ledger/verdicts";
import type { Verdict } from "@tagledger/core/tags/verdict/judge";

/** Reads the query of an address: each value is checked, and a name that means nothing here is refused. */
export class Query {
  readonly #values: URLSearchParams;

  /** @throws bad-input naming the parameter that means nothing */
  constructor(values: URLSearchParams, known: readonly string[]) {
    this.#values = values;
    const odd = [...values.keys()].find((name) => !known.includes(name));
    if (odd !== undefined)
      throw badInput(`there is no parameter "${odd}" here; there are ${known.join(", ")}`);
  }

  text(name: string): string | undefined {
    return this.#values.get(name) ?? undefined;
  }

  texts(name: string): readonly string[] {
    return this.#values.getAll(name);
  }

  /** @throws bad-input unless it is a whole number within the bounds */
  count(
    name: string,
    { least, most, otherwise }: { least: number; most: number; otherwise: number },
  ): number {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (count >= least && count <= most) return count;
    throw badInput(`${name}: expected a whole number from ${least} to ${most}, not "${text}"`);
  }

  /** @throws bad-input unless it is one of the words */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const word = words.find((each) => each === text);
    if (word === undefined) throw badInput(`${name}: expected one of ${words.join(", ")}, not "${text}"`);
    return word;
  }

  verdict(): Verdict | undefined {
    return this.oneOf("verdict", VERDICTS);
  }

  /** A team, null for what is nobody's, undefined for all. */
  team(): string | null | undefined {
    const text = this.text("team");
    return text === "" ? null : text;
  }

  /**
   * A month's first instant and the one after its last, in epoch milliseconds.
   *
   * @throws bad-input unless it is a month
   */
  period(): { from: number; to: number } | undefined {
    const text = this.text("period");
    if (text === undefined) return undefined;
    const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
    if (year === undefined) throw badInput(`period: expected a month as 2026-09, not "${text}"`);
    return { from: Date.UTC(Number(year), Number(month) - 1), to: Date.UTC(Number(year), Number(month)) };
  }

  /** @throws bad-input naming the one that is no dimension */
  dimensions(name: string, otherwise: readonly Dimension[]): readonly Dimension[] {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const read = text.split(",").map((each) => {
      const dimension = DIMENSIONS.find((known) => known === each.trim());
      if (dimension === undefined) throw badInput(`${name}: there is no dimension "${each}"`);
      return dimension;
    });
    return [...new Set(read)];
  }
}
