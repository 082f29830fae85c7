import { parseAmount } from "../../costs/money.ts";
import { type HourlyPrice, type UnknownPrice, unknownPrice } from "../price.ts";
import type { Rate, RateBook } from "../rate.ts";

/** Where the prices of tests are from. */
export const SOURCE = { url: "https://aws.amazon.com/pricing/", asOf: "2026-09-10" };

/** A unit price in dollars, as a decimal. */
export function makeRate(decimal: string, currency = "USD"): Rate {
  return { amount: parseAmount(decimal), currency, source: SOURCE };
}

/** Unit prices by item and name, as in `"ec2-linux m5.large": "0.096"`, the same in all regions. */
export function fixedRates(prices: Readonly<Record<string, string>>): RateBook {
  return {
    async rate({ item, name }): Promise<Rate | UnknownPrice> {
      const price = prices[`${item} ${name}`];
      return price === undefined ? unknownPrice(`no price of ${item} ${name}`) : makeRate(price);
    },
  };
}

/** An hour's price in dollars, as a decimal. */
export function makePrice(decimal: string, facts: Partial<HourlyPrice> = {}): HourlyPrice {
  return {
    amount: parseAmount(decimal),
    stopped: 0n,
    currency: "USD",
    sources: [SOURCE],
    assuming: [],
    until: null,
    ...facts,
  };
}
