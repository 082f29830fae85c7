import { type PriceBook, type UnknownPrice, unknownPrice } from "@tagledger/core/spend/price";
import { priceBook } from "@tagledger/core/spend/price-book";
import type { Rate, RateBook, RateQuery } from "@tagledger/core/spend/rate";
import { offerFile } from "./offline/table.ts";
import { type Product, parseProduct } from "./price-document.ts";
import { found, searchFor } from "./product-search.ts";
import type { ProductSearch } from "./searches/search.ts";

/** A request for a page of products, as `GetProductsCommand` of `@aws-sdk/client-pricing` takes it. */
export interface ProductsRequest {
  ServiceCode: string;
  Filters: { Type: "TERM_MATCH"; Field: string; Value: string }[];
  FormatVersion: "aws_v1";
  MaxResults: number;
  NextToken?: string;
}

/** A page of products, as that command answers. */
export interface ProductsPage {
  readonly PriceList?: readonly unknown[] | undefined;
  readonly NextToken?: string | undefined;
}

/** How prices are asked for, and how long an answer holds. */
export interface PriceListOptions {
  /** Asks the Price List API, in us-east-1 or another region that has it. */
  readonly getProducts: (request: ProductsRequest) => Promise<ProductsPage>;
  /** Milliseconds for which an answer is used again; prices change rarely, and never by the hour. */
  readonly keep?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

const DAY = 86_400_000;
/** More pages than any of our searches has: something else is being asked for then. */
const MAX_PAGES = 20;
const PAGE = 100;
/** The regions whose prices stand in another list, in another currency. */
const ELSEWHERE = /^cn-/;

/** What the Price List says of a unit price, for as long as it is taken to hold. */
interface Answer {
  readonly until: number;
  readonly rate: Promise<Rate | UnknownPrice>;
}

/**
 * Prices from the AWS Price List: what AWS lists on demand at the time of asking, without discounts of any kind.
 *
 * A price that the list does not hold, or holds more than once, is unknown; that the list cannot be reached is an error
 * of whoever asks it.
 *
 * @example awsPrices({ getProducts: (request) => client.send(new GetProductsCommand(request)) })
 */
export function awsPrices(options: PriceListOptions): PriceBook {
  return priceBook(awsRates(options));
}

/** Unit prices from the AWS Price List. */
export function awsRates({ getProducts, keep = DAY, now = Date.now }: PriceListOptions): RateBook {
  const answers = new Map<string, Answer>();
  return {
    rate(query) {
      const key = `${query.region} ${query.item} ${query.name}`;
      const at = now();
      const known = answers.get(key);
      if (known !== undefined && at < known.until) return known.rate;
      for (const [old, { until }] of answers) if (until <= at) answers.delete(old);
      const rate = ask(query, getProducts);
      answers.set(key, { until: at + keep, rate });
      // What failed is asked again.
      rate.catch(() => answers.delete(key));
      return rate;
    },
  };
}

async function ask(
  query: RateQuery,
  getProducts: PriceListOptions["getProducts"],
): Promise<Rate | UnknownPrice> {
  const what = `${query.item} ${query.name} in ${query.region}`;
  const search = ELSEWHERE.test(query.region) ? null : searchFor(query);
  if (search === null) return unknownPrice(`it is not known how the AWS Price List calls ${what}`);
  const documents = await documentsOf(search, getProducts);
  if (documents === null) return unknownPrice(`the AWS Price List holds too much that could be ${what}`);
  const products = documents.map((document) => parseProduct(String(document)));
  const readable = products.filter((product) => product !== null);
  if (readable.length < products.length)
    return unknownPrice(`the AWS Price List could not be read for ${what}`);
  const [product, other] = found(search, readable);
  if (product === undefined) return unknownPrice(`the AWS Price List holds no ${what}`);
  if (other !== undefined) return unknownPrice(`the AWS Price List holds several prices of ${what}`);
  return rateOf(product, search, query);
}

/** All pages of an answer; null where they do not end. */
async function documentsOf(
  { service, filters }: ProductSearch,
  getProducts: PriceListOptions["getProducts"],
): Promise<unknown[] | null> {
  const documents: unknown[] = [];
  let next: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { PriceList = [], NextToken } = await getProducts({
      ServiceCode: service,
      Filters: Object.entries(filters).map(([Field, Value]) => ({ Type: "TERM_MATCH", Field, Value })),
      FormatVersion: "aws_v1",
      MaxResults: PAGE,
      ...(next !== undefined && { NextToken: next }),
    });
    documents.push(...PriceList);
    if (!NextToken) return documents;
    next = NextToken;
  }
  return null;
}

function rateOf(
  product: Product,
  { service, units, per = 1n }: ProductSearch,
  query: RateQuery,
): Rate | UnknownPrice {
  const what = `${query.item} ${query.name} in ${query.region}`;
  const [offer, other] = product.offers;
  const amount = offer?.perUnit.get("USD");
  if (offer === undefined || amount === undefined)
    return unknownPrice(`the AWS Price List states no price of ${what}`);
  if (other !== undefined || !offer.isForAll)
    return unknownPrice(`the price of ${what} depends on how much is used`);
  if (!units.includes(offer.unit)) return unknownPrice(`the price of ${what} is per ${offer.unit}`);
  // Capacity that was paid for otherwise is listed at 0.
  if (amount <= 0n) return unknownPrice(`the AWS Price List states 0 for ${what}`);
  if (amount % per !== 0n) return unknownPrice(`the price of ${what} cannot be divided exactly`);
  const url = offerFile(service, product.version, query.region);
  return {
    amount: amount / per,
    currency: "USD",
    source: { url: `${url}#${product.sku}`, asOf: product.published },
  };
}
