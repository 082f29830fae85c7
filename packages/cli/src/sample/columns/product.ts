import type { Item } from "../line.ts";
import { createRandom } from "../random.ts";
import { map, perItem, text } from "./column.ts";

const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** The code of what is sold, whoever buys it. */
export function sku({ product, usageType, operation }: Item): string {
  return createRandom(`sku ${product.code} ${usageType} ${operation}`).text(16, ALPHABET);
}

/** What was bought. */
export const PRODUCT = perItem({
  product: map(({ product, region, machine }) => ({
    product_name: product.name,
    ...(region ? { region: region.code } : {}),
    ...(machine ? { instance_type: machine } : {}),
  })),
  product_fee_code: text(() => null),
  product_fee_description: text(() => null),
  product_from_location: text(() => null),
  product_from_region_code: text(() => null),
  product_instance_family: text(() => null),
  product_instance_type: text(({ machine }) => machine),
  product_location: text(({ region }) => region?.name),
  product_location_type: text(({ region }) => region && "AWS Region"),
  product_operation: text(({ operation }) => operation || null),
  product_pricing_unit: text(() => null),
  product_product_family: text(({ product }) => product.family || null),
  product_region_code: text(({ region }) => region?.code),
  product_servicecode: text(({ product }) => product.code),
  product_sku: text(sku),
  product_to_location: text(() => null),
  product_to_region_code: text(() => null),
  product_usagetype: text(({ usageType }) => usageType || null),
});
