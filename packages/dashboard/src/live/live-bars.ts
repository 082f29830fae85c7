import { sum } from "../money/amount.ts";
import type { Bar } from "../projects/bars.ts";
import { fold } from "../spend/fold.ts";
import { amountIn, type LiveBy, type LiveRow } from "./live-rows.ts";

const MOST_BARS = 12;

/** A bar for each team or kind of resource that costs anything an hour now. */
export function liveBars(rows: readonly LiveRow[], currency: string | null, by: LiveBy): readonly Bar[] {
  const bars = rows.flatMap(({ name, hourly }): readonly Bar[] => {
    const total = amountIn(hourly, currency);
    if (total === null || total === 0n) return [];
    const look = name === null ? "unallocated" : "direct";
    const label = name ?? (by === "team" ? "nobody" : "no kind");
    return [{ label, value: name, total, segments: [{ label: "an hour", amount: total, look }] }];
  });
  return fold(bars, MOST_BARS, (rest) => {
    const total = sum(rest.map((bar) => bar.total));
    const segments = [{ label: "an hour", amount: total, look: "others" as const }];
    return { label: `${rest.length} others`, value: null, total, segments };
  });
}
