import type { Item } from "@tagledger/core/spend/rate";

/** How the product is found whose price is wanted. */
export interface ProductSearch {
  /** As in `AmazonEC2`. */
  readonly service: string;
  /** What AWS is asked to select by: attributes that must be these. */
  readonly filters: Readonly<Record<string, string>>;
  /** How the usage type ends that is wanted; before it may come a region, as in `EU-NatGateway-Hours`. */
  readonly usage?: string;
  /** The database engine that is taken rather than any, where the list has both. */
  readonly engine?: string;
  /** The units of the price, as AWS writes them. */
  readonly units: readonly string[];
  /** How many of our units make one of these; 1 where absent. */
  readonly per?: bigint;
}

/** Tells how something is searched for, by its name and the attribute that selects its region; null where nobody knows. */
export type Searcher = (name: string, here: { readonly regionCode: string }) => ProductSearch | null;

/** How some items are searched for. */
export type Searchers<Some extends Item> = Readonly<Record<Some, Searcher>>;

/** The units of what is charged by the hour. */
export const HOURS = ["Hrs", "hours", "Hours"];

/** The units of storage. */
export const GB_MONTHS = ["GB-Mo", "GB-month"];
