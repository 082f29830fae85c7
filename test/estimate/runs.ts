import type { Graph } from "../stacks/graph/types.ts";

/** Seconds in a month of 730 hours, as AWS reckons. */
export const MONTH = 730n * 3600n;

const UNITS: Readonly<Record<string, bigint>> = { minute: 60n, hour: 3600n, day: 86_400n };

/**
 * How often a schedule runs in a month.
 *
 * @throws where it says something else than a rate
 * @example runsOf("rate(6 hours)") // 121n
 */
export function runsOf(expression: unknown): bigint {
  const [, count = "", unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(String(expression)) ?? [];
  const seconds = BigInt(count || 0) * (UNITS[unit] ?? 0n);
  if (seconds === 0n) throw new Error(`${expression}: expected a rate such as rate(6 hours)`);
  return MONTH / seconds;
}

/** How often schedules run a function in a month. */
export function scheduledRuns({ resources }: Graph, functionArn: string | null): bigint {
  return resources
    .filter(({ type }) => type === "aws:scheduler/schedule:Schedule")
    .filter(({ inputs }) => (inputs.target as { arn?: unknown } | undefined)?.arn === functionArn)
    .reduce((sum, { inputs }) => sum + runsOf(inputs.scheduleExpression), 0n);
}
