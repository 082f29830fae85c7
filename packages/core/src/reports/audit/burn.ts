import { type Amounts, NO_AMOUNTS, plusAmounts } from "../../spend/amounts.ts";
import type { HourlyCost } from "../../spend/price.ts";
import { dearestFirst } from "../live/order.ts";
import { compareGroups } from "../rows.ts";

/** What some resources cost in an hour, as far as that is known. */
export interface Burning {
  /** How many there are, those too whose price nobody knows. */
  readonly resources: number;
  /** How many have no price that is known; they are in no amount. */
  readonly unpriced: number;
  readonly amounts: Amounts;
}

const NOTHING: Burning = { resources: 0, unpriced: 0, amounts: NO_AMOUNTS };

const MOST_NAMES = 10_000;

/** Adds up what resources cost in an hour, by team; of more teams than memory should hold, the late ones together. */
export class Burn {
  readonly #teams = new Map<string | null, Burning>();
  #others = NOTHING;

  /** Counts a resource of a team, null for nobody's; what nobody knows the price of is counted apart. */
  add(team: string | null, hourly: HourlyCost | null): void {
    const known = this.#teams.get(team);
    if (known === undefined && this.#teams.size >= MOST_NAMES) this.#others = withOne(this.#others, hourly);
    else this.#teams.set(team, withOne(known ?? NOTHING, hourly));
  }

  /** What belongs to teams that came too late. */
  get others(): Burning {
    return this.#others;
  }

  get total(): Burning {
    return [...this.#teams.values()].reduce(plus, this.#others);
  }

  /** The dearest teams first, equal ones by name, nobody last. */
  sorted(): { readonly name: string | null; readonly burning: Burning }[] {
    const dearest = dearestFirst(this.total.amounts);
    return [...this.#teams]
      .map(([name, burning]) => ({ name, burning }))
      .sort((a, b) => dearest(a.burning.amounts, b.burning.amounts) || compareGroups([a.name], [b.name]));
  }
}

function withOne(burning: Burning, hourly: HourlyCost | null): Burning {
  const amounts = hourly === null ? NO_AMOUNTS : new Map([[hourly.currency, hourly.amount]]);
  return plus(burning, { resources: 1, unpriced: hourly === null ? 1 : 0, amounts });
}

function plus(a: Burning, b: Burning): Burning {
  return {
    resources: a.resources + b.resources,
    unpriced: a.unpriced + b.unpriced,
    amounts: plusAmounts(a.amounts, b.amounts),
  };
}
