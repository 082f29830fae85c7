import { ACCOUNTS } from "../company/accounts.ts";
import { REGIONS } from "../company/regions.ts";
import type { Company } from "../company.ts";
import { decimal } from "../decimal.ts";
import { itemIn, itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { PRODUCTS } from "../products.ts";
import type { Random } from "../random.ts";
import { metered } from "./metered.ts";

/** GuardDuty, Config, CloudTrail and KMS in every account that does machine learning. */
export function* security({ managed }: Company, random: Random): Iterable<Line> {
  const { training, production, development, data, documents } = ACCOUNTS;
  const keyRequests = itemOf(managed.key, {
    product: PRODUCTS.kms,
    usageType: "us-east-1-KMS-Requests",
    operation: "Decrypt",
    unit: "Requests",
    rate: decimal("0.000003"),
  });
  yield* metered(random, [{ item: keyRequests, every: "hour", quantity: 180_000 }]);
  for (const account of [training, production, development, data, documents]) {
    const sold = (product: typeof PRODUCTS.guardduty, usageType: string, unit: string, rate: string) =>
      itemIn(account, REGIONS.virginia, { product, usageType, operation: "None", unit, rate: decimal(rate) });
    yield* metered(random, [
      {
        item: sold(PRODUCTS.guardduty, "USE1-PaidEventsAnalyzed", "Events", "0.000004"),
        every: "day",
        quantity: 3_200_000,
      },
      {
        item: sold(PRODUCTS.config, "USE1-ConfigurationItemRecorded", "ConfigurationItemRecorded", "0.003"),
        every: "day",
        quantity: 2600,
      },
      {
        item: sold(PRODUCTS.cloudtrail, "USE1-DataEventsRecorded", "Events", "0.000001"),
        every: "day",
        quantity: 6_500_000,
      },
    ]);
  }
}
