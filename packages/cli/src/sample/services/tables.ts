import { daily, hourly } from "../charge.ts";
import type { Company } from "../company.ts";
import { decimal, ratio, whole } from "../decimal.ts";
import { itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { MONTH } from "../month.ts";
import { PRODUCTS } from "../products.ts";

/** DynamoDB: requests by the hour, storage by the day. */
export function* tables({ tables }: Company): Iterable<Line> {
  for (const table of tables) {
    const item = (usageType: string, operation: string, unit: string, rate: string) =>
      itemOf(table, { product: PRODUCTS.dynamodb, usageType, operation, unit, rate: decimal(rate) });
    const reads = item("ReadRequestUnits", "PayPerRequestThroughput", "ReadRequestUnits", "0.000000125");
    const writes = item("WriteRequestUnits", "PayPerRequestThroughput", "WriteRequestUnits", "0.000000625");
    const storage = item("TimedStorage-ByteHrs", "StandardStorage", "GB-Mo", "0.25");
    yield* hourly(reads, (hour) => whole(table.readsByHour[hour] ?? 0));
    yield* hourly(writes, (hour) => whole(table.writesByHour[hour] ?? 0));
    yield* daily(storage, () => ratio(table.gib, MONTH.days));
  }
}
