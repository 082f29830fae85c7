import { parseAmount } from "../../costs/money.ts";
import type { MessageItem } from "../message.ts";

/**
 * The items that cost most an hour first; what nobody knows the cost of comes before what costs nothing, as it may be
 * the dearest of all. Currencies are not compared: the one that comes first stays first.
 *
 * @example dearestFirst(items).map(({ hourly }) => hourly?.amount) // ["98.32", "0.01", undefined, "0"]
 */
export function dearestFirst(items: readonly MessageItem[]): readonly MessageItem[] {
  const currencies = [...new Set(items.flatMap(({ hourly }) => (hourly === null ? [] : [hourly.currency])))];
  const ranked = items.map((item) => ({ item, ...rankOf(item, currencies) }));
  return ranked
    .sort((a, b) => a.group - b.group || (a.units === b.units ? 0 : a.units > b.units ? -1 : 1))
    .map(({ item }) => item);
}

function rankOf({ hourly }: MessageItem, currencies: readonly string[]): { group: number; units: bigint } {
  if (hourly === null) return { group: currencies.length, units: 0n };
  const units = parseAmount(hourly.amount);
  const group = units === 0n ? currencies.length + 1 : currencies.indexOf(hourly.currency);
  return { group, units };
}
