import type { Amounts } from "../../spend/amounts.ts";
import { currenciesOf } from "./money-text.ts";

/**
 * Orders amounts, the largest first: by the first currency of a total, then by the next. What has none in a currency
 * comes after all that have.
 *
 * @example [little, much].sort(dearestFirst(total)) // [much, little]
 */
export function dearestFirst(total: Amounts): (a: Amounts, b: Amounts) => number {
  const currencies = currenciesOf(total);
  return (a, b) => {
    for (const currency of currencies) {
      const [left, right] = [a.get(currency) ?? -1n, b.get(currency) ?? -1n];
      if (left !== right) return left > right ? -1 : 1;
    }
    return 0;
  };
}
