import type { Reservation } from "../company/commitments.ts";
import { type Decimal, multiply, whole } from "../decimal.ts";
import type { Line } from "../line.ts";
import { isoTime } from "../month.ts";
import { number, perItem, perLine, text } from "./column.ts";

/** What a reservation covered and what stayed unused; zero and not null where there is none. */
export const RESERVATION = [
  ...perLine({
    reservation_amortized_upfront_cost_for_usage: number((line) =>
      usedPart(line, ({ amortized }) => amortized),
    ),
    reservation_amortized_upfront_fee_for_billing_period: number(
      ({ item: { type, reservation }, quantity }) =>
        type === "RIFee" && reservation ? multiply(reservation.amortized, quantity) : 0n,
    ),
    reservation_effective_cost: number((line) =>
      usedPart(line, ({ amortized, recurring }) => amortized + recurring),
    ),
  }),
  ...perItem({
    reservation_end_time: text(({ reservation }) => reservation && isoTime(reservation.term.until)),
    reservation_number_of_reservations: text(({ reservation }) => reservation && String(reservation.count)),
  }),
  ...perLine({
    reservation_recurring_fee_for_usage: number((line) => usedPart(line, ({ recurring }) => recurring)),
  }),
  ...perItem({
    reservation_reservation_a_r_n: text(({ reservation }) => reservation?.arn ?? ""),
    reservation_start_time: text(({ reservation }) => reservation && isoTime(reservation.term.from)),
  }),
  ...perLine({
    reservation_unused_amortized_upfront_fee_for_billing_period: number((line) =>
      unusedPart(line, ({ amortized }) => amortized),
    ),
    reservation_unused_quantity: number(({ unusedHours = 0 }) => whole(unusedHours)),
    reservation_unused_recurring_fee: number((line) => unusedPart(line, ({ recurring }) => recurring)),
  }),
  ...perItem({
    reservation_upfront_value: number(({ type, reservation }) =>
      type === "RIFee" && reservation ? reservation.upfront : 0n,
    ),
  }),
];

type Hourly = (reservation: Reservation) => Decimal;

function usedPart({ item: { type, reservation }, quantity }: Line, hourly: Hourly): Decimal {
  return type === "DiscountedUsage" && reservation ? multiply(hourly(reservation), quantity) : 0n;
}

function unusedPart({ item: { reservation }, unusedHours = 0 }: Line, hourly: Hourly): Decimal {
  return reservation ? multiply(hourly(reservation), whole(unusedHours)) : 0n;
}
