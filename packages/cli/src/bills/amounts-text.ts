import type { ControlTotal, VersionContents } from "@tagledger/core/bills/version";
import { BASES, type Basis } from "@tagledger/core/costs/charge";
import { minorDigits } from "@tagledger/core/costs/currency";
import { type Amount, displayAmount, formatAmount, sum } from "@tagledger/core/costs/money";

/** What all lines come to on a basis; null where the bill does not hold it. */
export function totalOf(
  { bases, totals }: Pick<VersionContents, "bases" | "totals">,
  basis: Basis,
): Amount | null {
  return bases.includes(basis) ? sum(totals.map(({ amounts }) => amounts[basis] ?? 0n)) : null;
}

/** An amount as people read it. */
export function moneyText(amount: Amount, currency: string): string {
  return displayAmount(amount, minorDigits(currency));
}

/** A difference as people read it, with its sign. */
export function changeText(amount: Amount, currency: string): string {
  return `${amount > 0n ? "+" : ""}${moneyText(amount, currency)}`;
}

/** What lines come to on each basis, exactly, for programs. */
export function exactAmounts(amounts: ControlTotal["amounts"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    BASES.flatMap((basis) => {
      const amount = amounts[basis];
      return amount === undefined ? [] : [[basis, formatAmount(amount)]];
    }),
  );
}
