import type { Basis } from "../costs/charge.ts";
import type { Amount } from "../costs/money.ts";

/** What counts where: for each combination of facts by its number, the index of its destination. */
export type PlacedCombinations = Int32Array;

/** Charges of one destination, day, service and account. */
export interface PlacedDay {
  /** An index that {@link PlacedCombinations} holds. */
  readonly destination: number;
  /** The day of the month; 0 where the usage was in another month. */
  readonly day: number;
  readonly service: string;
  readonly account: string;
  readonly lines: number;
  readonly amounts: Readonly<Partial<Record<Basis, Amount>>>;
}
