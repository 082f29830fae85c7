import type { Item } from "@tagledger/core/spend/rate";

/** Unit prices that were stated together: of one item, in one region, at one place and time, in US dollars. */
export interface PriceTable {
  readonly item: Item;
  readonly region: string;
  /** The public page or file that states them. */
  readonly url: string;
  /** Where that was quoted, where it was not read itself. */
  readonly via?: string;
  /** As much as is known of the day: `2026-09-10`, `2023-12`, `2026`. */
  readonly asOf: string;
  /** Decimals by name, as {@link Item} is named in a rate query. */
  readonly prices: Readonly<Record<string, string>>;
}

/** The price list of a service in a region, as AWS published it in a version; it does not change any more. */
export function offerFile(service: string, version: string, region: string): string {
  return `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/${service}/${version}/${region}/index.json`;
}
