import { remember } from "../text/remember.ts";
import { type HourlyPrice, isUnknown, type PriceBook, type UnknownPrice } from "./price.ts";

/** What a book said, and since when that is known to hold; empty until it said something. */
interface Answer {
  from: number;
  price: HourlyPrice | UnknownPrice | null;
}

/**
 * The same prices, each asked for once as long as it holds: logs name few kinds of resource, many times. At most `limit`
 * of them stay at hand.
 *
 * @example rememberedPrices(awsPrices(…), 1000)
 */
export function rememberedPrices(book: PriceBook, limit: number): PriceBook {
  const answers = remember((_: string): Answer => ({ from: 0, price: null }), limit);
  return {
    async price(query) {
      const { type, region, at, attributes } = query;
      const answer = answers(JSON.stringify([type, region, attributes]));
      if (answer.price !== null && holds(answer.price, answer.from, at)) return answer.price;
      const price = await book.price(query);
      answer.from = at;
      answer.price = price;
      return price;
    },
  };
}

/** A price holds from when it was asked for until it is known to change; nobody knows what it was before. */
function holds(price: HourlyPrice | UnknownPrice, from: number, at: number): boolean {
  const until = isUnknown(price) ? null : price.until;
  return from <= at && (until === null || at < until);
}
