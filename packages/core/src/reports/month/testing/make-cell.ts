import { NO_LEAF } from "../../../costs/leaf.ts";
import { parseAmount } from "../../../costs/money.ts";
import type { MonthCell } from "../cell.ts";

/** A cell of a month; what is not given is absent, and the amount a decimal. */
export function makeCell({
  leaf,
  amount = "1",
  ...given
}: Partial<Omit<MonthCell, "leaf" | "amount">> & {
  readonly leaf?: Partial<MonthCell["leaf"]>;
  readonly amount?: string;
} = {}): MonthCell {
  return {
    service: "",
    account: "",
    day: 0,
    pool: null,
    reason: null,
    value: null,
    ...given,
    leaf: { ...NO_LEAF, ...leaf },
    amount: parseAmount(amount),
  };
}
