import * as z from "zod/mini";
import { amount, basis, fraction, instant, period, snapshotId } from "./values.ts";

const value = z.nullable(z.string());

/** Of what figures are. */
export const head = {
  period,
  currency: z.string(),
  basis,
  snapshot: snapshotId,
};

/** A row: its group, and what it comes to. */
export const row = z.strictObject({
  team: z.optional(value),
  project: z.optional(value),
  workload: z.optional(value),
  environment: z.optional(value),
  experiment: z.optional(value),
  direct: amount,
  shared: amount,
  total: amount,
});

export const totals = z.strictObject({
  bill: amount,
  direct: amount,
  shared: amount,
  unallocated: amount,
  excluded: amount,
});

/** A month's figures by group. */
export const report = z.strictObject({
  ...head,
  teams: z.nullable(z.array(z.string())),
  groupBy: z.array(z.string()),
  totals,
  rows: z.array(row),
  next: z.nullable(z.string()),
});

export const pools = z.strictObject({
  ...head,
  pools: z.array(
    z.strictObject({
      pool: z.string(),
      amount,
      method: z.string(),
      dividedBy: z.strictObject({ method: z.string(), usage: z.nullable(z.string()) }),
      metric: z.nullable(z.record(z.string(), z.string())),
      completeness: z.nullable(fraction),
      confidence: fraction,
      shares: z.array(z.strictObject({ team: z.string(), weight: fraction, amount })),
    }),
  ),
});

export const unallocated = z.strictObject({
  ...head,
  unallocated: z.array(z.strictObject({ reason: z.string(), value, amount })),
  total: amount,
});

export const coverage = z.strictObject({
  ...head,
  teams: z.array(
    z.strictObject({
      team: value,
      direct: amount,
      byTag: amount,
      coverage: z.nullable(fraction),
      established: z.array(z.strictObject({ by: z.string(), amount })),
    }),
  ),
});

export const experiments = z.strictObject({
  ...head,
  experiments: z.array(
    z.strictObject({
      team: value,
      project: value,
      experiment: z.string(),
      direct: amount,
      shared: amount,
      total: amount,
    }),
  ),
});

/** A month of which there are snapshots. */
export const month = z.strictObject({
  period,
  bases: z.array(z.strictObject({ basis, snapshot: snapshotId, at: instant, snapshots: z.int() })),
});

export const months = z.strictObject({ months: z.array(month) });
