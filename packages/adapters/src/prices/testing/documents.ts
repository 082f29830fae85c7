/** Facts about a product of the price list, with defaults for an instance that runs on demand. */
export interface DocumentFacts {
  readonly sku?: string;
  readonly service?: string;
  readonly family?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly unit?: string;
  /** Decimals in dollars: one for all amounts, or one for each range. */
  readonly usd?: readonly string[];
}

/** What an instance on demand is called by. */
export const ON_DEMAND = {
  capacitystatus: "Used",
  instanceType: "m5.xlarge",
  licenseModel: "No License required",
  location: "EU (Ireland)",
  locationType: "AWS Region",
  marketoption: "OnDemand",
  operatingSystem: "Linux",
  operation: "RunInstances",
  preInstalledSw: "NA",
  regionCode: "eu-west-1",
  tenancy: "Shared",
  usagetype: "EU-BoxUsage:m5.xlarge",
} as const;

/** A document as `GetProducts` lists it: a product and its terms, as a text. */
export function makeDocument(facts: DocumentFacts = {}): string {
  const { sku = "AAAABBBBCCCCDDDD", service = "AmazonEC2", family = "Compute Instance" } = facts;
  const { attributes = ON_DEMAND, unit = "Hrs", usd = ["0.2140000000"] } = facts;
  const term = `${sku}.JRTCKXETXF`;
  const dimensions = usd.map((price, index) => [
    `${term}.6YS6EN2CT${index}`,
    {
      unit,
      beginRange: index === 0 ? "0" : `${index}00`,
      endRange: index === usd.length - 1 ? "Inf" : `${index + 1}00`,
      description: `$${price} per ${unit}`,
      appliesTo: [],
      rateCode: `${term}.6YS6EN2CT${index}`,
      pricePerUnit: { USD: price },
    },
  ]);
  return JSON.stringify({
    product: { productFamily: family, attributes: { servicecode: service, ...attributes }, sku },
    serviceCode: service,
    terms: {
      OnDemand: {
        [term]: {
          priceDimensions: Object.fromEntries(dimensions),
          sku,
          effectiveDate: "2026-09-01T00:00:00Z",
          offerTermCode: "JRTCKXETXF",
          termAttributes: {},
        },
      },
      Reserved: {},
    },
    version: "20260910195514",
    publicationDate: "2026-09-10T19:55:14Z",
  });
}
