import type { Account } from "./company/accounts.ts";
import type { SavingsPlan } from "./company/commitments.ts";
import type { Region } from "./company/regions.ts";
import type { Resource } from "./company/resource.ts";
import { type Decimal, toText } from "./decimal.ts";
import type { Item, LineType } from "./line.ts";
import type { Product } from "./products.ts";

/** What is sold, apart from to whom. */
export interface Sku {
  readonly product: Product;
  readonly usageType: string;
  readonly operation: string;
  readonly unit: string;
  readonly rate: Decimal;
  readonly description?: string;
  readonly machine?: string;
}

/** Usage of a resource, described by its rate unless told otherwise. */
export function itemOf(resource: Resource, sku: Sku): Item {
  const { account, region, billedId, tags } = resource;
  return { ...itemIn(account, region, sku), resourceId: billedId, tags };
}

/** Usage in an account for which the bill names no resource. */
export function itemIn(account: Account, region: Region | undefined, sku: Sku): Item {
  const description = sku.description ?? `$${toText(sku.rate)} per ${sku.unit} of ${sku.usageType}`;
  return { type: "Usage", account, ...(region ? { region } : {}), tags: {}, ...sku, description };
}

/** The same item under a Savings Plan, if there is one: billed on demand and negated, with the plan's rate beside it. */
export function covered(item: Item, plan: SavingsPlan | undefined, planRate: Decimal): Item {
  return plan ? { ...item, type: "SavingsPlanCoveredUsage", plan, planRate } : item;
}

/** What is not usage but an amount: a fee, a credit, a discount, tax. */
export function charge(
  type: LineType,
  account: Account,
  region: Region | undefined,
  sold: Pick<Sku, "product" | "usageType"> & { readonly description: string },
): Item {
  return { ...itemIn(account, region, { ...sold, operation: "", unit: "", rate: 0n }), type };
}
