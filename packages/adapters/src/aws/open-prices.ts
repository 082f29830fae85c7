import { PricingClient } from "@aws-sdk/client-pricing";
import type { PriceBook } from "@tagledger/core/spend/price";
import { priceList } from "./price-list.ts";

/** The list of the prices of all regions is in few of them. */
const REGION = "us-east-1";

/**
 * The prices that AWS lists, asked for with whatever credentials the SDK finds.
 *
 * @example openPriceList()
 */
export function openPriceList(): PriceBook {
  return priceList(new PricingClient({ region: REGION }));
}
