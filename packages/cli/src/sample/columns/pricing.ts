import { toText } from "../decimal.ts";
import type { Item } from "../line.ts";
import { number, perItem, perLine, text } from "./column.ts";
import { sku } from "./product.ts";

/** Which price applied, and what the price list says. */
export const PRICING = [
  ...perItem({
    pricing_currency: text(() => "USD"),
    pricing_lease_contract_length: text(({ reservation }) => reservation && "1yr"),
    pricing_offering_class: text(({ reservation }) => reservation && "standard"),
  }),
  ...perLine({ pricing_public_on_demand_cost: number(({ onDemand }) => onDemand) }),
  ...perItem({
    pricing_public_on_demand_rate: text(({ type, rate }) => (type.endsWith("Usage") ? toText(rate) : null)),
    pricing_purchase_option: text(({ reservation }) => reservation?.payment),
    pricing_rate_code: text((item) => (item.unit ? `${sku(item)}.JRTCKXETXF.6YS6EN2CT7` : null)),
    pricing_rate_id: text(() => null),
    pricing_term: text(term),
    pricing_unit: text(({ unit }) => unit || null),
  }),
];

function term({ type, reservation }: Item): string | null {
  if (reservation) return "Reserved";
  return type.endsWith("Usage") ? "OnDemand" : null;
}
