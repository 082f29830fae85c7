import { MONTH_KEYS } from "@tagledger/core/reports/month/keys";
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

/** The values by which rows are grouped: only those asked for. */
const group = Object.fromEntries(MONTH_KEYS.map((key) => [key, z.optional(value)]));

const totals = z.strictObject({
  bill: amount,
  direct: amount,
  shared: amount,
  unallocated: z.nullable(amount),
  excluded: z.nullable(amount),
});

/** A month's figures by group. */
export const report = z.strictObject({
  ...head,
  at: instant,
  groupBy: z.array(z.string()),
  where: z.record(z.string(), z.array(z.string())),
  teams: z.nullable(z.array(z.string())),
  totals,
  rows: z.array(
    z.strictObject({
      ...group,
      direct: amount,
      shared: amount,
      total: amount,
      before: z.optional(amount),
      change: z.optional(amount),
    }),
  ),
  compared: z.optional(z.nullable(z.strictObject({ ...head, at: instant, totals }))),
  next: value,
});

const unallocatedAmount = { reason: z.string(), value, amount };

export const pools = z.strictObject({
  ...head,
  at: instant,
  pools: z.array(
    z.strictObject({
      pool: z.string(),
      amount,
      method: z.string(),
      dividedBy: z.strictObject({ method: z.string(), usage: value }),
      metric: z.nullable(z.record(z.string(), z.string())),
      completeness: z.nullable(fraction),
      confidence: fraction,
      shares: z.array(
        z.strictObject({
          team: z.string(),
          weight: fraction,
          amount,
          quantities: z.record(z.string(), fraction),
        }),
      ),
      unallocated: z.nullable(z.array(z.strictObject(unallocatedAmount))),
    }),
  ),
});

export const unallocated = z.strictObject({
  ...head,
  at: instant,
  unallocated: z.array(z.strictObject({ ...unallocatedAmount, ...group })),
});

/** A month day by day. */
export const days = z.strictObject({
  ...head,
  at: instant,
  days: z.array(z.strictObject({ day: z.int(), amount, cumulative: amount })),
  ofNoDay: amount,
  shared: amount,
  total: amount,
});

const covered = {
  direct: amount,
  covered: amount,
  fraction: z.nullable(fraction),
  by: z.array(z.strictObject({ by: z.string(), amount })),
};

export const coverage = z.strictObject({
  ...head,
  at: instant,
  ...covered,
  teams: z.array(z.strictObject({ team: z.string(), ...covered })),
});

export const experiments = z.strictObject({
  ...head,
  at: instant,
  experiments: z.array(
    z.strictObject({
      team: value,
      project: value,
      experiment: z.string(),
      direct: amount,
      shared: amount,
      total: amount,
      days: z.int(),
      first: z.nullable(z.int()),
      last: z.nullable(z.int()),
    }),
  ),
});

/** How often experiments ran in a month. */
export const runs = z.strictObject({
  period,
  at: instant,
  runs: z.array(z.strictObject({ team: value, project: value, experiment: z.string(), runs: z.int() })),
});

/** A month of which there are snapshots. */
export const month = z.strictObject({
  period,
  bases: z.array(z.strictObject({ basis, snapshot: snapshotId, at: instant, snapshots: z.int() })),
});

export const months = z.strictObject({ months: z.array(month) });
