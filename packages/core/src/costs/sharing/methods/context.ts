import type { Pool } from "../../../config/definition/costs.ts";
import type { Amount } from "../../money.ts";
import type { Period } from "../../period.ts";
import type { Rational } from "../../rational.ts";
import type { UsageRow } from "../usage.ts";
import type { Weights } from "../weights.ts";

/** What a method may look at when its pool settles. */
export interface SharingContext {
  /** All teams, sorted. */
  readonly teams: readonly string[];
  /** The usage of a pool, of all months that are known. */
  usageOf(pool: string): readonly UsageRow[];
  readonly period: Period;
  /** Direct cost by team. */
  readonly direct: ReadonlyMap<string, Amount>;
  /** What pools have given each team so far, exactly. */
  allocated(): ReadonlyMap<string, Rational>;
  /** What came through a pool that has settled: its own charges and what other pools gave it. */
  throughput(pool: string): Rational;
  /** Whether a pool that has settled kept everything, for want of usage. */
  isHeld(pool: string): boolean;
}

/** A way to divide a pool: weighs who consumes it. */
export type Method<Name extends Pool["method"]> = (
  pool: Extract<Pool, { method: Name }>,
  context: SharingContext,
) => Weights;
