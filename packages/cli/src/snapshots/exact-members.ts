import { type Amount, formatAmount } from "@tagledger/core/costs/money";

/**
 * Writes every amount of a record as an exact decimal.
 *
 * @example exactMembers({ bill: parseAmount("1.50") }) // { bill: "1.5" }
 */
export function exactMembers(amounts: Readonly<Record<string, Amount>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, formatAmount(amount)]));
}
