import type { ResourceHistory } from "../ledger/resource.ts";
import { intervalAt } from "../spend/accrual.ts";
import type { PriceBook } from "../spend/price.ts";

/**
 * The prices that the ledger holds of a resource, so that whoever notes something of it from elsewhere changes nothing of
 * what it costs; all else is asked of a price book.
 *
 * @example pricesAsRecorded(await ledger.history(arn), offlinePrices())
 */
export function pricesAsRecorded(
  { accruals }: Pick<ResourceHistory, "accruals">,
  book: PriceBook,
): PriceBook {
  return {
    async price(query) {
      const known = accruals.find(({ intervals }) => intervalAt(intervals, query.at) !== undefined);
      return intervalAt(known?.intervals ?? [], query.at)?.price ?? book.price(query);
    },
  };
}
