import { number, perItem, perLine, text } from "./column.ts";

/** What split cost allocation says of a pod. */
export const SPLIT = [
  ...perLine({ split_line_item_actual_usage: number(({ split }) => split?.actual) }),
  ...perItem({ split_line_item_parent_resource_id: text(({ parent }) => parent) }),
  ...perLine({
    split_line_item_public_on_demand_split_cost: number(({ split }) => split?.cost),
    split_line_item_public_on_demand_unused_cost: number(({ split }) => split?.unused),
    split_line_item_reserved_usage: number(({ split }) => split?.reserved),
    split_line_item_split_cost: number(({ split }) => split?.cost),
    split_line_item_split_usage: number(({ split }) => split?.split),
    split_line_item_split_usage_ratio: number(({ split }) => split?.ratio),
    split_line_item_unused_cost: number(({ split }) => split?.unused),
  }),
];
