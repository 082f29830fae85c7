import { canonicalConfig } from "../config/canonical.ts";
import type { Config } from "../config/definition.ts";
import type { Basis } from "../costs/charge.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";

/** Everything that a report's figures follow from. */
export interface SnapshotContent {
  readonly period: string;
  readonly currency: string;
  readonly basis: Basis;
  /** Of the canonical charges. */
  readonly fingerprint: string;
  readonly usage: readonly UsageRow[];
  readonly config: Config;
  readonly sha256: (text: string) => string;
}

/** The hash that addresses a report: of canonical charges, usage and configuration, never of paths or order. */
export function snapshotHash({
  period,
  currency,
  basis,
  fingerprint,
  usage,
  config,
  sha256,
}: SnapshotContent): string {
  const rows = usage.map((row) => [
    row.start,
    row.end,
    row.pool,
    row.team,
    row.metric,
    row.quantity.toString(),
    row.project,
    row.workload,
    row.environment,
    row.experiment,
  ]);
  const canonicalUsage = rows.map((row) => JSON.stringify(row)).sort();
  return sha256(
    JSON.stringify([period, currency, basis, fingerprint, canonicalUsage, canonicalConfig(config)]),
  );
}
