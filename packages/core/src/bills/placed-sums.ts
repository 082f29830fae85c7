import type { PlacedCharges } from "../costs/attribution/place-charges.ts";
import type { ChargeGroup } from "../costs/charge.ts";
import type { Amount } from "../costs/money.ts";
import type { ChargeKind } from "./change.ts";
import type { Holder } from "./day.ts";
import { holderKey, holderOf } from "./holder.ts";

/** What the charges of one kind come to for each holder. */
export interface KindSums extends ChargeKind {
  /** By the key of the holder. */
  readonly byHolder: ReadonlyMap<string, Amount>;
}

/** What a bill comes to by kind of charge and holder. */
export interface BillSums {
  /** By a key of the kind. */
  readonly kinds: ReadonlyMap<string, KindSums>;
  /** By their keys. */
  readonly holders: ReadonlyMap<string, Holder>;
}

interface Placing extends ChargeKind {
  /** By the index of the destination. */
  readonly amounts: Map<number, Amount>;
}

/** Sums the charges of a bill by kind and holder, as `placeCharges` tells where they count. */
export class PlacedSums {
  readonly #byKind = new Map<string, Placing>();

  /** What `placeCharges` tells of a group. */
  readonly placed = (
    { account, service, lineItemType, amount }: ChargeGroup,
    destination: number | null,
  ): void => {
    // What follows others is known once the others are.
    if (destination !== null) this.#add({ account, service, lineItemType }, destination, amount);
  };

  /** All sums, with what followed others. */
  of({ totals, followed }: Pick<PlacedCharges, "totals" | "followed">): BillSums {
    for (const { account, service, kind, index, amount } of followed) {
      this.#add({ account, service, lineItemType: kind }, index, amount);
    }
    const places = [...totals.values()].map(({ destination }) => holderOf(destination));
    const keys = places.map(holderKey);
    const kinds = [...this.#byKind].map(([key, { amounts, ...kind }]): [string, KindSums] => {
      const byHolder = new Map<string, Amount>();
      for (const [index, amount] of amounts) {
        const holder = keys[index] ?? "";
        byHolder.set(holder, (byHolder.get(holder) ?? 0n) + amount);
      }
      return [key, { ...kind, byHolder }];
    });
    return {
      kinds: new Map(kinds),
      holders: new Map(places.map((holder, index) => [keys[index] ?? "", holder])),
    };
  }

  #add(kind: ChargeKind, index: number, amount: Amount): void {
    const key = JSON.stringify([kind.account, kind.service, kind.lineItemType]);
    const known = this.#byKind.get(key) ?? { ...kind, amounts: new Map<number, Amount>() };
    known.amounts.set(index, (known.amounts.get(index) ?? 0n) + amount);
    this.#byKind.set(key, known);
  }
}
