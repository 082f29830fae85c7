import type { Amount } from "@tagledger/core/costs/money";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { DAY, type Span } from "./hours.ts";
import { plainRow } from "./plain-row.ts";

/** Sums of what teams used, by UTC day: names of teams may change with a day, and no sooner. */
export class DailySums {
  readonly #sums = new Map<string, { day: number; team: string; metric: string; quantity: Amount }>();

  /** Adds what a team used at an instant. */
  add(at: number, team: string, metric: string, quantity: Amount): void {
    const day = Math.floor(at / DAY) * DAY;
    const key = JSON.stringify([day, metric, team]);
    const known = this.#sums.get(key);
    if (known === undefined) this.#sums.set(key, { day, team, metric, quantity });
    else known.quantity += quantity;
  }

  /** One row for each team, metric and day, whose times stay within what was asked for. */
  rows(asked: Span, pool: string, placeOf: (team: string, metric: string) => string): UsageRow[] {
    return [...this.#sums.values()].map(({ day, team, metric, quantity }) =>
      plainRow({
        start: Math.max(day, asked.start),
        end: Math.min(day + DAY, asked.end),
        pool,
        team,
        metric,
        quantity,
        place: placeOf(team, metric),
      }),
    );
  }
}
