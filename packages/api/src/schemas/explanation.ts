import * as z from "zod/mini";
import { amount, basis, fraction, instant, period, snapshotId } from "./values.ts";

const lines = z.nullable(z.array(z.looseObject({ amount })));
const texts = z.record(z.string(), z.string());
const dividedBy = z.strictObject({ method: z.string(), usage: z.nullable(z.string()) });

/** Why a team bears what it does of a pool, or of all. */
export const explanation = z.strictObject({
  snapshot: snapshotId,
  at: instant,
  period,
  currency: z.string(),
  basis,
  bills: z.array(
    z.strictObject({ export: z.string(), version: z.string(), sequence: z.int(), deliveredAt: instant }),
  ),
  team: z.string(),
  direct: amount,
  shared: amount,
  total: amount,
  established: z.nullable(z.array(z.strictObject({ by: z.string(), amount, lines }))),
  pools: z.array(
    z.strictObject({
      pool: z.string(),
      amount,
      share: amount,
      weight: fraction,
      exact: fraction,
      method: z.string(),
      dividedBy,
      metric: z.nullable(texts),
      quantum: amount,
      completeness: z.nullable(fraction),
      confidence: fraction,
      rules: z.array(z.strictObject({ at: z.string(), text: z.string() })),
      unread: z.array(z.strictObject({ name: z.string(), problem: z.nullable(z.string()) })),
      leaves: z.array(z.looseObject({ weight: fraction, exact: fraction, amount, units: z.int() })),
      ways: z.array(z.strictObject({ pools: z.array(z.string()), fraction })),
      otherWays: fraction,
      lines,
    }),
  ),
  drivers: z.array(
    z.strictObject({
      pool: z.string(),
      dividedBy,
      metric: z.nullable(texts),
      consumers: z.array(
        z.strictObject({ consumer: z.string(), quantities: texts, fraction: z.nullable(fraction) }),
      ),
      places: z.array(z.looseObject({ quantity: fraction })),
    }),
  ),
  fairness: z.strictObject({
    team: z.string(),
    share: amount,
    alone: amount,
    excess: amount,
    unused: z.array(z.strictObject({ pool: z.string(), amount, measured: z.boolean() })),
  }),
  whatIf: z.null(),
});
