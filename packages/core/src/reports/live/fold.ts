import type { Period } from "../../costs/period.ts";
import type { Interval } from "../../spend/accrual.ts";
import type { Group } from "../report.ts";
import { compareGroups } from "../rows.ts";
import { isWanted, type LiveDimension, type LiveWhere, type Spender, valueIn } from "./dimensions.ts";
import { figuresOf, type LiveFigures, NO_FIGURES, plusFigures } from "./figures.ts";

/** What is asked of live spend. */
export interface LiveQuery {
  /** The month that the instant lies in. */
  readonly period: Period;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly groupBy: readonly LiveDimension[];
  readonly where: LiveWhere;
}

/** What a group comes to. */
export type LiveRow = LiveFigures & { readonly group: Group };

/** What resources cost at an instant, and in its month until then. */
export interface LiveSpend {
  /** Epoch milliseconds. */
  readonly at: number;
  /** `YYYY-MM` */
  readonly month: string;
  readonly groupBy: readonly LiveDimension[];
  /** The sum of all rows. */
  readonly totals: LiveFigures;
  /** In the order of their values, missing ones last. */
  readonly rows: readonly LiveRow[];
}

/** Adds up live spend, a resource at a time; memory grows with the groups only. */
export class LiveFold {
  readonly #query: LiveQuery;
  readonly #rows = new Map<string, LiveRow>();
  #totals = NO_FIGURES;

  constructor(query: LiveQuery) {
    this.#query = query;
  }

  /** Adds what one life of a resource costs; what was neither there in the month so far nor is now adds nothing. */
  add(spender: Spender & { readonly intervals: readonly Interval[] }): void {
    const { period, at, groupBy, where } = this.#query;
    if (!isWanted(spender, where)) return;
    const figures = figuresOf(spender.intervals, { from: period.start, until: at });
    if (figures.monthToDate.resources + figures.hourly.resources === 0) return;
    const group = groupBy.map((dimension) => valueIn(spender, dimension));
    const key = JSON.stringify(group);
    const row = this.#rows.get(key) ?? NO_FIGURES;
    this.#rows.set(key, { group, ...plusFigures(row, figures) });
    this.#totals = plusFigures(this.#totals, figures);
  }

  /** What all comes to that was added. */
  result(): LiveSpend {
    const { period, at, groupBy } = this.#query;
    const rows = [...this.#rows.values()].sort((a, b) => compareGroups(a.group, b.group));
    return { at, month: period.name, groupBy, totals: this.#totals, rows };
  }
}
