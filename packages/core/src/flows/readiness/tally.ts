import type { ReadinessFigures } from "../../reports/readiness/figures.ts";
import { type Accrued, amountsOf, NOTHING, plus } from "../../spend/accrual.ts";
import { type Amounts, NO_AMOUNTS, plusAmounts } from "../../spend/amounts.ts";
import type { State } from "../../tags/lifecycle/standing.ts";
import type { Observed } from "./observe.ts";

const DECIDED: readonly State[] = ["compliant", "repairable", "violating", "exempt"];

type Counted = Omit<ReadinessFigures, "observedSince" | "controllers" | "sinceDeadline">;

/** Counts what falls under one rule in one account. */
export class Tally {
  #counted: Counted = {
    resources: 0,
    graceOver: 0,
    decided: 0,
    violating: 0,
    accused: 0,
    disputed: 0,
    fixedInGrace: 0,
    ownerKnown: 0,
    mildest: { reversible: 0, lossy: 0, final: 0, none: 0 },
    hourly: NO_AMOUNTS,
    unpriced: 0,
  };
  #sinceDeadline: Accrued = NOTHING;
  readonly #controllers = new Map<string, number>();

  add(observed: Observed): void {
    const before = this.#counted;
    const { state, isOver, wasViolating, isDisputed, controller, mildest, hourly } = observed;
    const isViolating = state === "violating";
    this.#counted = {
      resources: before.resources + 1,
      graceOver: before.graceOver + Number(isOver),
      decided: before.decided + Number(isOver && DECIDED.includes(state)),
      violating: before.violating + Number(isViolating),
      accused: before.accused + Number(wasViolating || isDisputed),
      disputed: before.disputed + Number(isDisputed),
      fixedInGrace: before.fixedInGrace + Number(observed.isFixedInGrace),
      ownerKnown: before.ownerKnown + Number(observed.hasOwner),
      mildest:
        isViolating && controller === null
          ? { ...before.mildest, [mildest]: before.mildest[mildest] + 1 }
          : before.mildest,
      hourly: isViolating && hourly ? plusAmounts(before.hourly, priceOf(hourly)) : before.hourly,
      unpriced: before.unpriced + Number(isViolating && hourly === null),
    };
    if (isViolating) this.#sinceDeadline = plus(this.#sinceDeadline, observed.sinceDeadline);
    if (controller !== null) {
      this.#controllers.set(controller, (this.#controllers.get(controller) ?? 0) + 1);
    }
  }

  /** @param observedSince since when something is known of the account, in epoch milliseconds */
  figures(observedSince: number): ReadinessFigures {
    return {
      ...this.#counted,
      observedSince,
      sinceDeadline: amountsOf(this.#sinceDeadline),
      controllers: [...this.#controllers]
        .map(([controller, count]) => ({ controller, count }))
        .sort((a, b) => b.count - a.count || (a.controller < b.controller ? -1 : 1)),
    };
  }
}

function priceOf({ amount, currency }: NonNullable<Observed["hourly"]>): Amounts {
  return new Map([[currency, amount]]);
}
