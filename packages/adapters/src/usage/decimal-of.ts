import { type Amount, parseAmount } from "@tagledger/core/costs/money";
import { badInput } from "@tagledger/core/errors";

/**
 * A number that an API gives as a float, as the decimal that it means: the shortest that reads as the same float.
 *
 * @param place where it comes from, for people
 * @throws bad-input where it is no number, is negative, or needs more than 24 places
 * @example decimalOf(0.1, "cloudwatch …") // the amount 0.1, exactly
 */
export function decimalOf(value: number, place: string): Amount {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw badInput(`${place}: the quantity is ${value}, expected a number of 0 or more`, { place });
  }
  try {
    return parseAmount(String(value));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw badInput(`${place}: the quantity ${why}`, { place }, cause);
  }
}
