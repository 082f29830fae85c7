import { cur } from "./cur.ts";
import { focus } from "./focus.ts";
import { type BillFormat, isNamed } from "./format.ts";
import { NoBill } from "./no-bill.ts";

/** The families of bills that are read; another one is another file like theirs. */
export const FORMATS: readonly BillFormat[] = [focus, cur];

/** Native reports of other providers, by columns that only they have. */
const FOREIGN: readonly (readonly [provider: string, columns: readonly string[]])[] = [
  [
    "an Azure cost export",
    [
      "MeterId",
      "MeterCategory",
      "CostInBillingCurrency",
      "PreTaxCost",
      "SubscriptionGuid",
      "ConsumedService",
    ],
  ],
  [
    "an OCI cost report",
    [
      "lineItem/referenceNo",
      "lineItem/tenantId",
      "cost/myCost",
      "product/compartmentId",
      "usage/billedQuantity",
    ],
  ],
  [
    "a Google Cloud billing export",
    [
      "billing_account_id",
      "service.description",
      "sku.description",
      "project.id",
      "usage_start_time",
      "export_time",
    ],
  ],
];

const USAGE = ["start", "end", "pool", "team", "metric", "quantity"];

/**
 * Says which family of bills a table is by its columns.
 *
 * @throws bad-input naming what it looks like instead
 */
export function detectFormat(path: string, columns: readonly string[]): BillFormat {
  const count = (names: readonly string[]) =>
    names.filter((name) => columns.some((column) => isNamed(column, [name]))).length;
  const format = FORMATS.find(({ signature }) => count(signature) >= 3);
  if (format !== undefined) return format;
  const foreign = FOREIGN.find(([, names]) => count(names) >= 2)?.[0];
  if (foreign !== undefined) {
    throw new NoBill(path, `this is ${foreign} in the provider's own format; export it as FOCUS instead`);
  }
  if (count(USAGE) === USAGE.length) {
    throw new NoBill(path, "this is usage, not a bill; give it with --usage", { harmless: true });
  }
  // AWS puts this table beside reports that Athena reads.
  if (columns.join() === "status")
    throw new NoBill(path, "this is the status of an export", { harmless: true });
  const some = `${columns.slice(0, 6).join(", ")}${columns.length > 6 ? ", …" : ""}`;
  throw new NoBill(
    path,
    `this is no bill that is known; it has the columns ${some} (expected FOCUS, or an AWS Cost and Usage Report)`,
  );
}
