import type { Config } from "../config/definition.ts";
import type { ChargeGroup } from "../costs/charge.ts";
import type { ChargeNeeds } from "../costs/query.ts";
import { remember } from "../text/remember.ts";
import { readerAs } from "./read-as.ts";
import type { MoreRepairs, Repaired } from "./repaired.ts";

/** How many are named; a version has to stay small. */
const MOST_NAMED = 100;
/** How many are told apart on the way: tags can hold anything. */
const MOST_KNOWN = 50_000;
/** How many raw values are read once only, as long as they repeat. */
const READ = 10_000;

type Counted = { -readonly [Member in keyof Repaired]: Repaired[Member] };
type Read = { readonly key: string; readonly raw: string; readonly at: number };

/** Counts which raw values of tags were read as others. */
export class Repairs {
  readonly #tagKeys: readonly string[];
  readonly #instants: readonly number[];
  readonly #read: (text: string, of: Read) => string | null;
  readonly #byText = new Map<string, Counted>();
  readonly #more = { values: 0, lines: 0, amount: 0n };

  constructor(config: Config, { tagKeys, instants }: Pick<ChargeNeeds, "tagKeys" | "instants">) {
    const readAs = readerAs(config);
    this.#tagKeys = tagKeys;
    this.#instants = instants;
    this.#read = remember((_, { key, raw, at }: Read) => readAs(key, raw, at), READ);
  }

  /** Counts a group of charges, valued at effective cost. */
  add({ tags, epoch, lines, amount }: Pick<ChargeGroup, "tags" | "epoch" | "lines" | "amount">): void {
    const at = this.#instants[epoch - 1] ?? Number.NEGATIVE_INFINITY;
    for (const [index, raw] of tags.entries()) {
      if (raw === "") continue;
      const key = this.#tagKeys[index] ?? "";
      const value = this.#read(`${index} ${epoch} ${raw}`, { key, raw, at });
      if (value !== null && value !== raw) this.#count({ key, from: raw, to: value, lines, amount });
    }
  }

  /** The repairs of the largest amounts, and what there is besides; null where these are all. */
  largest(named = MOST_NAMED): { readonly repairs: readonly Repaired[]; readonly more: MoreRepairs | null } {
    const sorted = [...this.#byText]
      .sort(([a, left], [b, right]) => compare(magnitude(right), magnitude(left)) || (a < b ? -1 : 1))
      .map(([, counted]) => counted);
    const more = { ...this.#more };
    for (const { lines, amount } of sorted.slice(named)) {
      more.values += 1;
      more.lines += lines;
      more.amount += amount;
    }
    return { repairs: sorted.slice(0, named), more: more.values === 0 ? null : more };
  }

  #count({ key, from, to, lines, amount }: Repaired): void {
    const text = JSON.stringify([key, from, to]);
    const known = this.#byText.get(text);
    if (known !== undefined) {
      known.lines += lines;
      known.amount += amount;
    } else if (this.#byText.size < MOST_KNOWN) {
      this.#byText.set(text, { key, from, to, lines, amount });
    } else {
      this.#more.values = 1;
      this.#more.lines += lines;
      this.#more.amount += amount;
    }
  }
}

function magnitude({ amount }: Repaired): bigint {
  return amount < 0n ? -amount : amount;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
