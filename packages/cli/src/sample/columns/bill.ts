import { ACCOUNTS } from "../company/accounts.ts";
import type { Item } from "../line.ts";
import { MONTH } from "../month.ts";
import { map, perItem, text, time } from "./column.ts";

const { billing } = ACCOUNTS;

/** Whose bill it is, of which month and on which invoice. */
export const BILL = perItem({
  bill_bill_type: text(({ type }) => (type === "Refund" ? "Refund" : "Anniversary")),
  bill_billing_entity: text(({ product }) => product.seller),
  bill_billing_period_end_date: time(({ month = MONTH }) => month.start + month.seconds * 1000),
  bill_billing_period_start_date: time(({ month = MONTH }) => month.start),
  bill_invoice_id: text(invoice),
  bill_invoicing_entity: text(() => "Amazon Web Services, Inc."),
  bill_payer_account_id: text(() => billing.id),
  bill_payer_account_name: text(() => billing.name),
  cost_category: map(({ account }) => ({ department: account.department })),
});

// What arrives late, support and the Marketplace, is not yet on an invoice.
function invoice({ product }: Item): string {
  const late = product.seller === "AWS Marketplace" || product.code.startsWith("AWSSupport");
  return late ? "" : "2417730965";
}
