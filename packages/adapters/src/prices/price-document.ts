import type { Amount } from "@tagledger/core/costs/money";
import { parseAmount } from "@tagledger/core/costs/money";

/** A product of the AWS Price List and what it costs on demand. */
export interface Product {
  readonly sku: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly offers: readonly Offer[];
  /** Names the version of the price list, as `20260910195514`. */
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly published: string;
}

/** A price on demand, for all amounts or for a range of them. */
export interface Offer {
  /** As in `Hrs` or `GB-Mo`. */
  readonly unit: string;
  /** Whether it is the price of any amount. */
  readonly isForAll: boolean;
  /** By currency (ISO 4217). */
  readonly perUnit: ReadonlyMap<string, Amount>;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads one document of the `PriceList` that `GetProducts` answers with: a product, with its terms.
 *
 * @returns null where it is none, or states a price that is no exact decimal
 * @example parseProduct('{"product":{…},"terms":{"OnDemand":{…}},"version":"20260910195514",…}')?.sku // "5G4TA8Z4MUKE6MJB"
 */
export function parseProduct(document: string): Product | null {
  try {
    return productOf(JSON.parse(document));
  } catch {
    // Whatever AWS may change in its documents: what cannot be read has no price.
    return null;
  }
}

function productOf(json: unknown): Product | null {
  const { product, terms, version, publicationDate } = objectOf(json);
  const { sku, attributes } = objectOf(product);
  const offers = Object.values(objectOf(objectOf(terms).OnDemand)).flatMap(offersOf);
  if (typeof sku !== "string" || typeof version !== "string" || typeof publicationDate !== "string")
    return null;
  return { sku, attributes: textsOf(attributes), offers, version, published: publicationDate.slice(0, 10) };
}

function offersOf(term: unknown): Offer[] {
  return Object.values(objectOf(objectOf(term).priceDimensions)).map((dimension) => {
    const { unit, beginRange, endRange, pricePerUnit } = objectOf(dimension);
    return {
      unit: String(unit),
      isForAll: beginRange === "0" && endRange === "Inf",
      perUnit: new Map(
        Object.entries(textsOf(pricePerUnit)).map(([currency, text]) => [currency, parseAmount(text)]),
      ),
    };
  });
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(objectOf(value)).flatMap(([name, text]) =>
    typeof text === "string" ? [[name, text] as const] : [],
  );
  return Object.fromEntries(texts);
}
