import { BILL } from "./columns/bill.ts";
import type { Column } from "./columns/column.ts";
import { LINE_ITEM } from "./columns/line-item.ts";
import { PRICING } from "./columns/pricing.ts";
import { PRODUCT } from "./columns/product.ts";
import { RESERVATION } from "./columns/reservation.ts";
import { SAVINGS_PLAN } from "./columns/savings-plan.ts";
import { SPLIT } from "./columns/split.ts";
import { RESOURCE_TAGS } from "./columns/tags.ts";

/** The columns of a CUR 2.0 export with resources, split cost allocation, principals and discounts as lines. */
export const COLUMNS: readonly Column[] = [
  ...BILL,
  ...LINE_ITEM,
  ...PRICING,
  ...PRODUCT,
  ...RESERVATION,
  ...RESOURCE_TAGS,
  ...SAVINGS_PLAN,
  ...SPLIT,
];
