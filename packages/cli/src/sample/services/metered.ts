import { daily, hourly } from "../charge.ts";
import type { Decimal } from "../decimal.ts";
import { ratio } from "../decimal.ts";
import type { Item, Line } from "../line.ts";
import { busy } from "../month.ts";
import type { Random } from "../random.ts";

/** How much of an item is used, and how often it is billed. */
export interface Meter {
  readonly item: Item;
  readonly every: "hour" | "day";
  /** How much in the busiest hour or on an average day; how far it varies follows from how busy people are. */
  readonly quantity: number;
  readonly steady?: boolean;
}

/** The lines of one meter after another. */
export function* metered(random: Random, meters: readonly Meter[]): Iterable<Line> {
  for (const { item, every, quantity, steady = false } of meters) {
    const varied = (busyness: number): Decimal =>
      steady
        ? ratio(quantity * 1000, 1000)
        : ratio(Math.round(quantity * 1000) * busyness * random.integer(92, 108), 10_000_000);
    if (every === "hour") yield* hourly(item, (hour) => varied(busy(hour)));
    else yield* daily(item, (day) => varied(busy(day * 24 + 12)));
  }
}
