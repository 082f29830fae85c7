import type { Item, RateQuery } from "@tagledger/core/spend/rate";
import type { Product } from "./price-document.ts";
import { ec2Searches } from "./searches/ec2.ts";
import { eksSearches } from "./searches/eks.ts";
import { rdsSearches } from "./searches/rds.ts";
import { sagemakerSearches } from "./searches/sagemaker.ts";
import type { ProductSearch, Searchers } from "./searches/search.ts";

const SEARCHES: Searchers<Item> = { ...ec2Searches, ...eksSearches, ...sagemakerSearches, ...rdsSearches };

/**
 * How the AWS Price List calls what is charged for; null where it is not known how.
 *
 * @example searchFor({ item: "nat-gateway", name: "zonal", region: "eu-west-1" })?.usage // "NatGateway-Hours"
 */
export function searchFor({ item, name, region }: RateQuery): ProductSearch | null {
  return SEARCHES[item](name, { regionCode: region });
}

/** The products of an answer that a search is for; AWS itself selects by whole values only. */
export function found({ usage, engine }: ProductSearch, products: readonly Product[]): readonly Product[] {
  const matching = products.filter(
    ({ attributes }) => usage === undefined || endsWith(attributes.usagetype, usage),
  );
  if (engine === undefined) return matching;
  const own = matching.filter(({ attributes }) => attributes.databaseEngine === engine);
  return own.length > 0 ? own : matching.filter(({ attributes }) => attributes.databaseEngine === "Any");
}

function endsWith(usagetype: string | undefined, usage: string): boolean {
  return usagetype === usage || (usagetype?.endsWith(`-${usage}`) ?? false);
}
