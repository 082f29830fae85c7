import { parseAmount } from "@tagledger/core/costs/money";
import { rational } from "@tagledger/core/costs/rational";
import { badInput } from "@tagledger/core/errors";
import type { PodMetric } from "../pods/asked-pools.ts";
import { fraction, GIB, scaled } from "../pods/quantity.ts";
import type { Fields } from "./body.ts";

/** How OpenCost tells a metric: over time, and by the averages of what was requested and used. */
const TOLD_BY: Readonly<
  Record<PodMetric, { readonly hours: readonly string[]; readonly averages: readonly string[] }>
> = {
  "cpu-core-hours": { hours: ["cpuCoreHours"], averages: ["cpuCoreRequestAverage", "cpuCoreUsageAverage"] },
  "memory-gib-hours": { hours: ["ramByteHours"], averages: ["ramByteRequestAverage", "ramByteUsageAverage"] },
  "gpu-hours": { hours: ["gpuHours", "GPUHours"], averages: ["gpuCount"] },
};

const ROUNDING = parseAmount("0.000005");
const MINUTES = rational(1n, 60n);

/** An entry of an answer, and how people call it. */
export interface Entry {
  readonly place: string;
  readonly fields: Fields;
}

/**
 * What was allocated: OpenCost's hours, which are the greater of request and use at every instant. Where the averages of
 * request or use come to more than what OpenCost's rounding explains, they count.
 *
 * @returns core hours, byte hours or GPU hours, exactly as far as OpenCost tells them
 * @throws bad-input where a value is missing, negative or no number
 */
export function allocated(entry: Entry, metric: PodMetric): bigint {
  const hours = told(entry, metric);
  const average = TOLD_BY[metric].averages
    .map((field) => amountIn(entry, field) ?? 0n)
    .reduce((most, each) => (each > most ? each : most));
  const minutes = minutesOf(entry);
  if (hours === null && metric !== "gpu-hours" && (minutes === null || !tellsAverage(entry, metric))) {
    const [field = ""] = TOLD_BY[metric].hours;
    throw badInput(`${entry.place}: ${field} is missing`, { place: entry.place, field });
  }
  if (minutes === null) return hours ?? 0n;
  const time = scaled(minutes, MINUTES);
  const product = scaled(average, fraction(time));
  if (hours === null) return product;
  const tolerance = ROUNDING + scaled(ROUNDING, fraction(time)) + product / 1_000_000n;
  return product > hours + tolerance ? product : hours;
}

/** What there is of a metric over time; null where nothing is said of it. */
export function told(entry: Entry, metric: PodMetric, { signed = false } = {}): bigint | null {
  for (const field of TOLD_BY[metric].hours) {
    const amount = amountIn(entry, field, signed);
    if (amount !== null) return amount;
  }
  return null;
}

/** How long an entry is of; null where it does not say. */
function minutesOf(entry: Entry): bigint | null {
  const [start, end] = [entry.fields.start, entry.fields.end].map((text) => Date.parse(String(text)));
  const told = amountIn(entry, "minutes");
  if (told !== null || start === undefined || end === undefined || !(end > start)) return told;
  return scaled(parseAmount(String(end - start)), rational(1n, 60_000n));
}

/** An amount of OpenCost's in the unit of its metric. */
export function inUnits(amount: bigint, metric: string): bigint {
  return metric === "memory-gib-hours" ? amount / GIB : amount;
}

function tellsAverage({ fields }: Entry, metric: PodMetric): boolean {
  return TOLD_BY[metric].averages.some((field) => fields[field] !== undefined);
}

/** A float by its shortest decimal form; null where it is not there. OpenCost writes null for what is no number. */
function amountIn({ place, fields }: Entry, field: string, signed = false): bigint | null {
  const value = fields[field];
  if (value === undefined) return null;
  const wrong = (cause?: unknown) =>
    badInput(
      `${place}: ${field} is ${JSON.stringify(value)}, not a number of 0 or more`,
      { place, field },
      cause,
    );
  if (typeof value !== "number") throw wrong();
  try {
    const amount = parseAmount(String(value));
    if (amount < 0n && !signed) throw wrong();
    return amount;
  } catch (cause) {
    throw wrong(cause);
  }
}
