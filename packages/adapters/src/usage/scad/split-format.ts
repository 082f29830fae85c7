import { cur } from "../../bills/cur.ts";
import type { BillFormat } from "../../bills/format.ts";

const AMOUNTS = [
  { name: "split_reserved", from: ["split_line_item_reserved_usage"] },
  { name: "split_actual", from: ["split_line_item_actual_usage"] },
  { name: "split_allocated", from: ["split_line_item_split_usage"] },
];

/** A Cost and Usage Report, read for what its split lines say that pods and tasks reserved and used. */
export const splitCur: BillFormat = {
  ...cur,
  times: [...cur.times, { name: "usage_end", from: ["line_item_usage_end_date"] }],
  amounts: AMOUNTS,
  required: () => [],
  used: () => AMOUNTS.map(({ name }) => name),
  neededByType: () => ({}),
};

/** How a bill is read for its split lines: Cost and Usage Reports hold them, FOCUS has no columns for them. */
export function asSplit(format: BillFormat): BillFormat {
  return format.name === cur.name ? splitCur : format;
}
