import { amount } from "../charge.ts";
import { ACCOUNTS, type Account } from "../company/accounts.ts";
import { RETURNED_PLAN } from "../company/commitments.ts";
import { REGIONS } from "../company/regions.ts";
import type { Company } from "../company.ts";
import { decimal } from "../decimal.ts";
import { charge } from "../item.ts";
import type { Item, Line, LineType } from "../line.ts";
import { daySpan, hourSpan } from "../month.ts";
import { PRODUCTS, type Product } from "../products.ts";

/** Credits, refunds, a purchase that was returned, and a product of the Marketplace with a monthly fee. */
export function* adjustments({ endpoints }: Company): Iterable<Line> {
  const { documents, development, training, data } = ACCOUNTS;
  const pilots = once("Credit", documents, PRODUCTS.bedrock, "Promotional credit: document pilots");
  const notebooks = once("Credit", development, PRODUCTS.sagemaker, "Promotional credit: notebooks");
  const capacity = once("Refund", training, PRODUCTS.ec2, "Refund for capacity that was not delivered");
  const lineage = once("Fee", data, PRODUCTS.lineage, "Monthly subscription fee");
  yield amount(pilots, decimal("-2500"));
  yield amount(notebooks, decimal("-750.5"));
  yield amount(capacity, decimal("-1284.37"), daySpan(20));
  yield amount({ ...lineage, usageType: "MonthlyFee" }, decimal("1900"));
  for (const { account, billedId, tags } of endpoints.filter(({ name }) => name === "search-ranking-prod")) {
    const outage = once("Refund", account, PRODUCTS.sagemaker, "Refund for a service event");
    yield amount({ ...outage, resourceId: billedId, tags }, decimal("-318.42"), hourSpan(411));
  }
  yield* returnedPlan();
}

function once(type: LineType, account: Account, product: Product, description: string): Item {
  return charge(type, account, REGIONS.virginia, { product, description, usageType: "" });
}

function* returnedPlan(): Iterable<Line> {
  const { id, account, upfront, usageType, bought, returned } = RETURNED_PLAN;
  const sold = (type: LineType, description: string) =>
    charge(type, account, undefined, { product: PRODUCTS.savingsPlans, usageType, description });
  yield amount(sold("SavingsPlanUpfrontFee", "1 year All Upfront Compute Savings Plan"), upfront, bought);
  yield amount(sold("Refund", `Refund for one-time fee for Savings Plan ID: ${id}`), -upfront, returned);
}
