import { type Decimal, multiply, whole } from "./decimal.ts";
import type { Item, Line } from "./line.ts";
import { daySpan, HOUR, hourSpan, MONTH, overlap, type Span, WHOLE_MONTH } from "./month.ts";

/** One line of usage: the rate times the quantity. */
export function usage(item: Item, span: Span, quantity: Decimal): Line {
  const cost = multiply(item.rate, quantity);
  const line = { item, span, quantity, cost, onDemand: cost };
  return item.planRate === undefined ? line : { ...line, effective: multiply(item.planRate, quantity) };
}

/** One line of an amount. */
export function amount(item: Item, cost: Decimal, span: Span = WHOLE_MONTH): Line {
  return { item, span, quantity: whole(1), cost, onDemand: 0n };
}

/** Usage of an item in every hour of the month. */
export function* hourly(item: Item, quantity: (hour: number) => Decimal): Iterable<Line> {
  for (let hour = 0; hour < MONTH.hours; hour++) yield usage(item, hourSpan(hour), quantity(hour));
}

/** Usage of an item on every day of the month. */
export function* daily(item: Item, quantity: (day: number) => Decimal): Iterable<Line> {
  for (let day = 0; day < MONTH.days; day++) yield usage(item, daySpan(day), quantity(day));
}

/** The hours of the month during which something was there, each with the seconds that it was there. */
export function* hoursOf(life: Span): Iterable<{ hour: number; seconds: number }> {
  const first = Math.max(0, Math.floor(life.from / HOUR));
  const last = Math.min(MONTH.hours, Math.ceil(life.until / HOUR));
  for (let hour = first; hour < last; hour++) {
    const seconds = overlap(life, hourSpan(hour));
    if (seconds > 0) yield { hour, seconds };
  }
}
