import { parseRatio, plus, type Ratio } from "../../money/ratio.ts";
import type { ExplainedDriver } from "./explanation-answer.ts";

/** Under this name usage states what there is, which nobody uses. */
const CAPACITY = "capacity";

/** A consumer with what it used of each metric; null where it used none of it. */
export interface DriverLine {
  readonly consumer: string;
  readonly quantities: readonly (Ratio | null)[];
  readonly fraction: string | null;
}

/** What shares are held against, by metric. */
export interface BaseLine {
  readonly says: string;
  readonly quantities: readonly (Ratio | null)[];
}

/** A driver as a table shows it: who used what, how much that is of all, and what there was to use. */
export function driverLines({ consumers, metric }: ExplainedDriver): {
  readonly metrics: readonly string[];
  readonly consumers: readonly DriverLine[];
  readonly bases: readonly BaseLine[];
} {
  const metrics = Object.keys(metric ?? {});
  const quantitiesOf = (of: Readonly<Record<string, string>>) =>
    metrics.map((name) => {
      const text = of[name];
      return text === undefined ? null : parseRatio(text);
    });
  const isCapacity = ({ consumer }: { readonly consumer: string }) => consumer === CAPACITY;
  const lines = consumers
    .filter((each) => !isCapacity(each))
    .map(({ consumer, quantities, fraction }) => ({
      consumer,
      quantities: quantitiesOf(quantities),
      fraction,
    }));
  if (metrics.length === 0) return { metrics, consumers: lines, bases: [] };
  const used = metrics.map((_, index) => {
    const known = lines.flatMap(({ quantities }) => quantities[index] ?? []);
    return known.length === 0 ? null : known.reduce(plus);
  });
  const capacity = consumers.filter(isCapacity).map(({ quantities }) => ({
    says: "capacity",
    quantities: quantitiesOf(quantities),
  }));
  return { metrics, consumers: lines, bases: [{ says: "used by all", quantities: used }, ...capacity] };
}
