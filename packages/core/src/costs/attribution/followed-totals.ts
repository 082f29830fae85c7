import type { PolicyKind } from "../../config/definition/costs.ts";
import type { Amount } from "../money.ts";
import type { Destination } from "./destination.ts";
import type { Totals } from "./totals.ts";

/** What of one destination's total followed other charges. */
export interface FollowedTotal {
  readonly destination: Destination;
  /** The index of the destination in the totals. */
  readonly index: number;
  readonly kind: PolicyKind;
  /** The account of the charges that followed; empty where it is of several. */
  readonly account: string;
  /** Their service; empty where it is of several. */
  readonly service: string;
  amount: Amount;
}

/** Whose charges followed together; undefined before the first, empty where they differ. */
export interface FollowedOf {
  account: string | undefined;
  service: string | undefined;
}

/** Adds a charge to those that followed together. */
export function widened(
  { account, service }: FollowedOf,
  by: { readonly account: string; readonly service: string },
): FollowedOf {
  return {
    account: account === undefined || account === by.account ? by.account : "",
    service: service === undefined || service === by.service ? by.service : "",
  };
}

/** Adds what followed to the totals, and remembers it on its own. */
export class FollowedTotals {
  readonly #totals: Totals;
  readonly #byKey = new Map<string, FollowedTotal>();

  constructor(totals: Totals) {
    this.#totals = totals;
  }

  add(kind: PolicyKind, destination: Destination, of: FollowedOf, amount: Amount): void {
    const index = this.#totals.add(destination, amount);
    const { account = "", service = "" } = of;
    const key = JSON.stringify([index, kind, account, service]);
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, { destination, index, kind, account, service, amount });
    else known.amount += amount;
  }

  values(): FollowedTotal[] {
    return [...this.#byKey.values()];
  }
}
