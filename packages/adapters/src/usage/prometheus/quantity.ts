import { SCALE } from "@tagledger/core/costs/money";
import { badInput } from "@tagledger/core/errors";

const DECIMAL = /^(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads a value of Prometheus by its decimal form, in units of 10^-24; what is finer is cut off.
 *
 * @param place what the value is of, for people
 * @throws bad-input where it is no number of 0 or more
 * @example readQuantity("reads", "1e-7") // 100_000_000_000_000_000n
 */
export function readQuantity(place: string, value: string): bigint {
  const [, whole, fraction = "", exponent = "0"] = DECIMAL.exec(value.replace(/^-(?=0+(\.0+)?$)/, "")) ?? [];
  if (whole === undefined) {
    throw badInput(`${place}: the value ${value} is not a number of 0 or more`, { place, value });
  }
  const shift = SCALE - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  return shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
}
