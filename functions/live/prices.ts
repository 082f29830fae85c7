import { PricingClient } from "@aws-sdk/client-pricing";
import { priceList } from "@tagledger/adapters/aws/price-list";
import type { PriceBook } from "@tagledger/core/spend/price";

/** The list of the prices of all regions is in few of them. */
const REGION = "us-east-1";

/** The prices that AWS lists. */
export function livePrices(): PriceBook {
  return priceList(new PricingClient({ region: REGION }));
}
