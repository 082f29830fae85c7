import { GetProductsCommand, type PricingClient } from "@aws-sdk/client-pricing";
import type { PriceBook } from "@tagledger/core/spend/price";
import { awsPrices } from "../prices/aws-price-list.ts";

/**
 * Prices from the AWS Price List, asked for over a client of a region that has it: us-east-1, eu-central-1 or ap-south-1.
 *
 * @throws outside-failure, on asking, where the list cannot be reached
 * @example priceList(new PricingClient({ region: "us-east-1" }))
 */
export function priceList(client: PricingClient): PriceBook {
  return awsPrices({ getProducts: (request) => client.send(new GetProductsCommand(request)) });
}
