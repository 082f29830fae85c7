import type { Extraction } from "../catalog/creation.ts";
import type { CloudTrailEvent } from "../catalog/event.ts";
import { type Attributes, type HourlyCost, isUnknown, type PriceBook } from "../spend/price.ts";
import { pricedAttributes } from "../spend/priced-attributes.ts";
import { rememberedPrices } from "../spend/remembered-prices.ts";

/** What each resource of an event costs in an hour while it runs, in their order; null where nobody knows. */
export type HourlyCosts = (
  event: CloudTrailEvent,
  extraction: Extraction & { readonly outcome: "evaluated" },
) => Promise<readonly (HourlyCost | null)[]>;

/** How many kinds of resource stay at hand; a log of a large company has fewer. */
const AT_HAND = 1000;

/**
 * Prices what events create. What they tag was created elsewhere, and its price is not asked for.
 *
 * @param prices where there are none, nothing has a price
 * @throws outside-failure where prices cannot be reached
 * @example await hourlyCosts(prices)(event, extract(event)) // [{ amount: 96_000_000_000_000_000_000_000n, currency: "USD" }]
 */
export function hourlyCosts(prices: PriceBook | undefined): HourlyCosts {
  if (prices === undefined) return async () => [];
  const book = rememberedPrices(prices, AT_HAND);
  return async (event, extraction) => {
    if (extraction.kind !== "creation") return [];
    const { creations } = extraction;
    const costs: (HourlyCost | null)[] = [];
    for (const [place, attributes] of pricedAttributes(event, creations).entries()) {
      const type = creations[place]?.type;
      const isPriced = attributes !== null && type !== undefined;
      costs.push(isPriced ? await costOf(book, event, type, attributes) : null);
    }
    return costs;
  };
}

async function costOf(
  book: PriceBook,
  { region, at }: CloudTrailEvent,
  type: string,
  attributes: Attributes,
): Promise<HourlyCost | null> {
  const price = await book.price({ type, region, at, attributes });
  return isUnknown(price) ? null : { amount: price.amount, currency: price.currency };
}
