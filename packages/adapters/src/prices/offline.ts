import { parseAmount } from "@tagledger/core/costs/money";
import { type PriceBook, unknownPrice } from "@tagledger/core/spend/price";
import { priceBook } from "@tagledger/core/spend/price-book";
import type { Rate, RateBook, RateQuery } from "@tagledger/core/spend/rate";
import { priceTables } from "./offline/all.ts";
import type { PriceTable } from "./offline/table.ts";

/**
 * Prices without asking anybody: those few that come with Tagledger, each with where and when it was stated. All else
 * is unknown.
 *
 * @example await offlinePrices().price({ type: "ec2:instance", region: "us-east-1", … }) // { amount: …, sources: […] }
 */
export function offlinePrices(): PriceBook {
  return priceBook(offlineRates());
}

/** Unit prices of tables. */
export function offlineRates(tables: readonly PriceTable[] = priceTables): RateBook {
  const rates = new Map(tables.flatMap(ratesOf));
  return {
    async rate(query) {
      const { item, name, region } = query;
      return (
        rates.get(keyOf(query)) ??
        unknownPrice(`no price of ${item} ${name} in ${region} comes with Tagledger`)
      );
    },
  };
}

function ratesOf({ item, region, url, via, asOf, prices }: PriceTable): [string, Rate][] {
  const source = { url, asOf, ...(via !== undefined && { via }) };
  return Object.entries(prices).map(([name, decimal]) => [
    keyOf({ item, name, region }),
    { amount: parseAmount(decimal), currency: "USD", source },
  ]);
}

/** Regions and items hold no spaces; names may. */
function keyOf({ item, name, region }: RateQuery): string {
  return `${region} ${item} ${name}`;
}
