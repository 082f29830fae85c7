import { formatAmount, parseAmount } from "../../../costs/money.ts";
import { formatRational } from "../../../costs/rational.ts";
import type { FocusCharge } from "./charges.ts";

type Allocated = NonNullable<FocusCharge["allocated"]>;

const UNITS: Readonly<Record<string, string>> = {
  "cpu-core-hours": "Core-Hours",
  "memory-gib-hours": "GiB-Hours",
  "gpu-hours": "GPU-Hours",
  "s3-byte-hours": "B-Hours",
  reads: "Reads",
  writes: "Writes",
};

/** The method by which a charge was allocated: the pool and how it is divided. */
export function methodId({ pool }: Allocated): string {
  return `${pool.pool}/${pool.method}`;
}

/**
 * Writes how a charge was allocated as the JSON that FOCUS asks for. The ratio is a JSON number of up to 24 places, which no
 * float has held; the fraction that it was rounded from stands beside it.
 *
 * @example '{"Elements":[{"AllocatedRatio":0.25,"UsageUnit":"GPU-Hours","x_Ratio":"1/4"}]}'
 */
export function methodDetails({ pool, share, ratio }: Allocated): string {
  const metrics = Object.entries(pool.metric ?? {}).filter(([, weight]) => parseAmount(weight) > 0n);
  const [only, ...others] = metrics;
  const element = [
    `"AllocatedRatio":${formatAmount(ratio)}`,
    ...(only !== undefined && others.length === 0 ? [text("UsageUnit", unitOf(only[0]))] : []),
    text("x_Ratio", formatRational(share.weight)),
    ...(metrics.length === 0 ? [] : [text("x_Metrics", metrics.map((each) => each.join("*")).join("+"))]),
  ];
  return `{"Elements":[{${element.join(",")}}]}`;
}

function unitOf(metric: string): string {
  return UNITS[metric] ?? metric;
}

function text(key: string, value: string): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}
