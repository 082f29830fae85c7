import type { Amount } from "../costs/money.ts";

/** What decides a price, by name; null where it became something that the log does not tell. */
export type Attributes = Readonly<Record<string, string | null>>;

/** What is asked of a price book: what one resource costs in an hour. */
export interface PriceQuery {
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  readonly region: string | null;
  /** Epoch milliseconds: some prices rise at a date. */
  readonly at: number;
  readonly attributes: Attributes;
}

/** Where a price was read. */
export interface PriceSource {
  readonly url: string;
  /** Where it was quoted, where it was not read there itself. */
  readonly via?: string;
  /** The day on which it was stated there, or as much of the date as is known: `2026-09-10`, `2023-12`, `2026`. */
  readonly asOf: string;
}

/** What a resource costs in an hour for as long as it is there; what its use costs besides is not part of it. */
export interface HourlyPrice {
  /** Per hour while it runs. */
  readonly amount: Amount;
  /** Per hour while it is stopped. */
  readonly stopped: Amount;
  /** ISO 4217. */
  readonly currency: string;
  readonly sources: readonly PriceSource[];
  /** What was taken for granted because the event does not tell it. */
  readonly assuming: readonly string[];
  /** Epoch milliseconds from which it has to be asked for again; null where nothing is known to change it. */
  readonly until: number | null;
}

/** So much for each hour. */
export interface HourlyCost {
  readonly amount: Amount;
  /** ISO 4217. */
  readonly currency: string;
}

/** A price that cannot be told exactly, and why. It is not 0. */
export interface UnknownPrice {
  readonly unknown: string;
}

/** Where prices are looked up. */
export interface PriceBook {
  /**
   * What a resource costs in an hour.
   *
   * @throws outside-failure where prices cannot be reached; that a price is not known is an answer
   */
  price(query: PriceQuery): Promise<HourlyPrice | UnknownPrice>;
}

/**
 * Says that a price is not known.
 *
 * @example unknownPrice("spot prices change") // { unknown: "spot prices change" }
 */
export function unknownPrice(reason: string): UnknownPrice {
  return { unknown: reason };
}

/** Whether what was found is no price. */
export function isUnknown(found: object): found is UnknownPrice {
  return "unknown" in found;
}
