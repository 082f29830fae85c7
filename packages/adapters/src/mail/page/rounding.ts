import { minorDigits } from "@tagledger/core/costs/currency";
import { type Amount, SCALE, sum } from "@tagledger/core/costs/money";
import { type Row, row } from "./page.ts";

/**
 * Rows as people add them up: where their figures do not sum to that of the total, a line says by how much.
 *
 * @example withRounding(rows, total, "USD").at(-1)?.name // "Rounding"
 */
export function withRounding(rows: readonly Row[], total: Amount, currency: string): readonly Row[] {
  const shown = sum(rows.map(({ amount }) => coins(amount ?? 0n, currency)));
  const missing = coins(total, currency) - shown;
  return missing === 0n ? rows : [...rows, row("Rounding", missing, { isChange: true })];
}

/** An amount as its figure shows it: half away from zero, to the smallest coin. */
export function coins(amount: Amount, currency: string): Amount {
  const step = 10n ** BigInt(SCALE - minorDigits(currency));
  const magnitude = (((amount < 0n ? -amount : amount) + step / 2n) / step) * step;
  return amount < 0n ? -magnitude : magnitude;
}
