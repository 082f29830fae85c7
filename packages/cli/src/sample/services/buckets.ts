import { daily, hourly } from "../charge.ts";
import { type Bucket, LAKE } from "../company/buckets.ts";
import type { Company } from "../company.ts";
import { decimal, ratio, whole } from "../decimal.ts";
import { itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { busy, MONTH } from "../month.ts";
import { PRODUCTS } from "../products.ts";

/** S3: what buckets hold and what is asked of them; buckets are billed by their bare names. */
export function* buckets({ buckets }: Company): Iterable<Line> {
  for (const bucket of buckets) {
    const storage = itemOf(bucket, {
      product: PRODUCTS.s3,
      usageType: `${bucket.region.early}TimedStorage-ByteHrs`,
      operation: "StandardStorage",
      unit: "GB-Mo",
      rate: decimal("0.021"),
      description: "$0.021 per GB - storage used / month over 500 TB",
    });
    yield* daily(storage, (day) => ratio(bucket.gibByDay[day] ?? 0, MONTH.days));
    yield* requests(bucket, "Requests-Tier1", "PutObject", bucket.writes, "0.000005");
    yield* requests(bucket, "Requests-Tier2", "GetObject", bucket.reads, "0.0000004");
  }
}

// The lake is busy enough to be billed by the hour; of the others a line a day says as much.
function requests(
  bucket: Bucket,
  kind: string,
  operation: string,
  thousands: number,
  rate: string,
): Iterable<Line> {
  const item = itemOf(bucket, {
    product: PRODUCTS.s3,
    usageType: `${bucket.region.early}${kind}`,
    operation,
    unit: "Requests",
    rate: decimal(rate),
  });
  const inHour = (hour: number) => thousands * 10 * busy(hour);
  if (bucket.name === LAKE) return hourly(item, (hour) => whole(inHour(hour)));
  return daily(item, (day) => whole(inHour(day * 24 + 12) * 15));
}
