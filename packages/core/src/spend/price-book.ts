import type { Amount } from "../costs/money.ts";
import { billOf } from "./bill.ts";
import type { Component } from "./component.ts";
import { type HourlyPrice, isUnknown, type PriceBook, type PriceSource, unknownPrice } from "./price.ts";
import { ITEMS, type Rate, type RateBook } from "./rate.ts";

/** Hours in a month, as the AWS Pricing Calculator counts them: 365 × 24 / 12. */
export const HOURS_PER_MONTH = 730n;

/** A component and what one unit of it costs. */
type Priced = { readonly component: Component; readonly rate: Rate };

/**
 * Prices resources by what they are charged for and what a unit of that costs.
 *
 * Exactly, but for one rounding: what is charged by the month is added up, divided by {@link HOURS_PER_MONTH} and
 * rounded half up at the 24th place of an hour's price.
 *
 * @example await priceBook(rates).price({ type: "ec2:instance", … }) // { amount: 96_000_000_000_000_000_000_000n, … }
 */
export function priceBook(rates: RateBook): PriceBook {
  return {
    async price(query) {
      const bill = billOf(query);
      if (isUnknown(bill)) return bill;
      const { region } = query;
      if (region === null) return unknownPrice("the event does not tell the region");
      const found = await Promise.all(
        bill.components.map(async (component) => {
          const { item, name } = component;
          return { component, rate: await rates.rate({ item, name, region }) };
        }),
      );
      const priced: Priced[] = [];
      for (const { component, rate } of found) {
        if (isUnknown(rate)) return rate;
        priced.push({ component, rate });
      }
      return hourly(priced, bill.assuming ?? [], bill.until ?? null);
    },
  };
}

function hourly(priced: readonly Priced[], assuming: readonly string[], until: number | null) {
  const currencies = new Set(priced.map(({ rate }) => rate.currency));
  const [currency, other] = currencies;
  if (currency === undefined || other !== undefined)
    return unknownPrice("its parts are priced in several currencies");
  return {
    amount: total(priced),
    stopped: total(priced.filter(({ component }) => !component.onlyRunning)),
    currency,
    sources: sourcesOf(priced),
    assuming,
    until,
  } satisfies HourlyPrice;
}

/** Adds up parts of an hour and of a month as parts of 730 hours, so that only the sum is divided. */
function total(priced: readonly Priced[]): Amount {
  let months = 0n;
  for (const { component, rate } of priced) {
    const cost = rate.amount * component.quantity;
    months += ITEMS[component.item] === "hour" ? cost * HOURS_PER_MONTH : cost;
  }
  return (2n * months + HOURS_PER_MONTH) / (2n * HOURS_PER_MONTH);
}

function sourcesOf(priced: readonly Priced[]): PriceSource[] {
  return [
    ...new Map(priced.map(({ rate: { source } }) => [`${source.url} ${source.asOf}`, source])).values(),
  ];
}
