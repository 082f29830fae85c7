import { toText } from "../decimal.ts";
import { instant, isoTime } from "../month.ts";
import { number, perItem, perLine, text, time } from "./column.ts";
import { lineId } from "./line-id.ts";

/** What each line charges, to which account and for which hours. */
export const LINE_ITEM = [
  ...perItem({ identity_line_item_id: text(lineId) }),
  ...perLine({ identity_time_interval: text(({ span }) => `${isoTime(span.from)}/${isoTime(span.until)}`) }),
  ...perItem({ line_item_availability_zone: text(({ zone }) => zone) }),
  ...perLine({ line_item_blended_cost: number(({ cost }) => cost) }),
  ...perItem({
    line_item_blended_rate: text(({ rate }) => toText(rate)),
    line_item_currency_code: text(() => "USD"),
    line_item_iam_principal: text(({ principal }) => principal),
    line_item_legal_entity: text(() => "Amazon Web Services, Inc."),
    line_item_line_item_description: text(({ description }) => description),
    line_item_line_item_type: text(({ type }) => type),
    line_item_normalization_factor: number(() => null),
    line_item_normalized_usage_amount: number(() => null),
    line_item_operation: text(({ operation }) => operation),
    line_item_product_code: text(({ product }) => product.code),
    line_item_resource_id: text(({ resourceId = "" }) => resourceId),
    line_item_tax_type: text(({ type }) => (type === "Tax" ? "USSalesTax" : null)),
  }),
  ...perLine({ line_item_unblended_cost: number(({ cost }) => cost) }),
  ...perItem({
    line_item_unblended_rate: text(({ type, rate }) => (type.endsWith("Usage") ? toText(rate) : null)),
    line_item_usage_account_id: text(({ account }) => account.id),
    line_item_usage_account_name: text(({ account }) => account.name),
  }),
  ...perLine({
    line_item_usage_amount: number(({ quantity }) => quantity),
    line_item_usage_end_date: time(({ span }) => instant(span.until)),
    line_item_usage_start_date: time(({ span }) => instant(span.from)),
  }),
  ...perItem({
    line_item_usage_type: text(({ usageType }) => usageType),
    line_item_user_identifier: text(() => null),
  }),
];
