import { ACCOUNTS } from "../company/accounts.ts";
import { REGIONS } from "../company/regions.ts";
import type { Company } from "../company.ts";
import { decimal } from "../decimal.ts";
import { itemIn } from "../item.ts";
import type { Line } from "../line.ts";
import { PRODUCTS } from "../products.ts";
import type { Random } from "../random.ts";
import { metered } from "./metered.ts";

/** Data transfer between zones, between regions and out to the internet. */
export function* transfer(_: Company, random: Random): Iterable<Line> {
  const { training, production, data, documents } = ACCOUNTS;
  for (const account of [training, production, data, documents]) {
    const gigabytes = (usageType: string, operation: string, rate: string) =>
      itemIn(account, REGIONS.virginia, {
        product: PRODUCTS.transfer,
        usageType,
        operation,
        unit: "GB",
        rate: decimal(rate),
      });
    yield* metered(random, [
      {
        item: gigabytes("DataTransfer-Regional-Bytes", "InterZone-In", "0.01"),
        every: "day",
        quantity: 2400,
      },
      { item: gigabytes("USE1-EU-AWS-Out-Bytes", "InterRegion", "0.02"), every: "day", quantity: 380 },
      { item: gigabytes("DataTransfer-Out-Bytes", "RunInstances", "0.085"), every: "day", quantity: 190 },
    ]);
  }
}
