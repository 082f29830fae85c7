import { holderKey } from "../bills/holder.ts";
import type { Report } from "../reports/report.ts";
import type { DetailEntry } from "./detail.ts";
import { holderTotals } from "./holder-totals.ts";

/** Whether details come to what a snapshot's report says of each holder, to the last digit. */
export function comeTo(entries: readonly Pick<DetailEntry, "holder" | "total">[], report: Report): boolean {
  const expected = holderTotals(report);
  for (const { holder, total } of entries) {
    const key = holderKey(holder);
    if ((expected.get(key)?.amount ?? 0n) !== total) return false;
    expected.delete(key);
  }
  return [...expected.values()].every(({ amount }) => amount === 0n);
}
