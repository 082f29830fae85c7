import { formatAmount } from "../../../costs/money.ts";
import { formatRational } from "../../../costs/rational.ts";
import type { Used } from "../../../costs/sharing/used.ts";
import type { FocusCharge } from "./charges.ts";

type Allocated = NonNullable<FocusCharge["allocated"]>;

const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "cpu-core-hours": "Core-Hours",
    "memory-gib-hours": "GiB-Hours",
    "gpu-hours": "GPU-Hours",
    "s3-byte-hours": "B-Hours",
    reads: "Reads",
    writes: "Writes",
  }),
);

/** The method by which a charge was allocated: the pool and how it is divided. */
export function methodId({ pool }: Allocated): string {
  return `${pool.pool}/${pool.method}`;
}

/**
 * Writes how a charge was allocated as the JSON that FOCUS asks for. A ratio is a JSON number of up to 24 places, which no
 * float has held; the fraction that it was rounded from stands beside it.
 *
 * @example '{"Elements":[{"AllocatedRatio":0.25,"UsageUnit":"GPU-Hours","UsageQuantity":18,"x_Ratio":"1/4"}]}'
 */
export function methodDetails({ pool, elements }: Allocated): string {
  const written = elements.map(({ used, weight, ratio }) => {
    const entries = [
      `"AllocatedRatio":${formatAmount(ratio)}`,
      ...(used === null ? [] : usageOf(used, pool.metric ?? {})),
      text("x_Ratio", formatRational(weight)),
    ];
    return `{${entries.join(",")}}`;
  });
  return `{"Elements":[${written.join(",")}]}`;
}

function usageOf({ metric, quantity: { n, d } }: Used, weights: Readonly<Record<string, string>>): string[] {
  return [
    text("UsageUnit", UNITS.get(metric) ?? metric),
    `"UsageQuantity":${formatAmount(n / d)}`,
    text("x_Metric", metric),
    text("x_MetricWeight", weights[metric] ?? "0"),
  ];
}

function text(key: string, value: string): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}
