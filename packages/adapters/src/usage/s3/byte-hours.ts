import { type Amount, SCALE } from "@tagledger/core/costs/money";
import { HOUR } from "../hours.ts";

/** The metric of what lies in a bucket, by how long. */
export const BYTE_HOURS = "s3-byte-hours";

const UNIT = 10n ** BigInt(SCALE);

/**
 * Bytes times milliseconds as byte-hours, rounded down only at the last place that an amount has.
 *
 * @example byteHours(7_200_000n) // the amount 2
 */
export function byteHours(byteMilliseconds: bigint): Amount {
  return (byteMilliseconds * UNIT) / BigInt(HOUR);
}
