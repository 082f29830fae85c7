import { canonicalConfig } from "../../config/canonical.ts";
import type { Config } from "../../config/definition.ts";
import { allocate } from "../../costs/allocate.ts";
import type { AttributionObserver } from "../../costs/attribution/attribute.ts";
import { parsePeriod } from "../../costs/period.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { attributed, chargesOf, type Line } from "../../costs/testing/attribution.ts";
import { showback } from "../../reports/showback.ts";
import { snapshotHash } from "../../reports/snapshot.ts";
import { makeSnapshot } from "../make.ts";
import type { Snapshot } from "../snapshot.ts";
import type { DividedAnew } from "../verify/again.ts";

/** How a bill of these lines is hashed, and who wants to hear where they count. */
export interface Making extends AttributionObserver {
  readonly sha256?: (text: string) => string;
  /** `YYYY-MM`; September 2026 where it is left out. */
  readonly period?: string;
}

/** The snapshot of a bill of these lines, as rules and usage divide it. */
export async function madeSnapshot(
  config: Config,
  lines: readonly Line[],
  usage: readonly UsageRow[] = [],
  making: Making = {},
): Promise<Snapshot> {
  const { sha256 = lengthOf } = making;
  return makeSnapshot(
    await madeDivision(config, lines, usage, making),
    {
      at: Date.UTC(2026, 9, 3),
      bills: [{ export: "ml-showback", version: "8d41", sequence: 1, deliveredAt: Date.UTC(2026, 9, 2) }],
      config,
      configuration: sha256(canonicalConfig(config)),
      usage,
      sources: [],
      previous: null,
      difference: null,
    },
    sha256,
  );
}

/** The same bill divided, before it is frozen. */
export async function madeDivision(
  config: Config,
  lines: readonly Line[],
  usage: readonly UsageRow[],
  { sha256 = lengthOf, period = "2026-09", ...observer }: Making = {},
): Promise<DividedAnew> {
  const about = { period, currency: "USD", basis: "effective" } as const;
  const charges = await attributed(config, chargesOf(config, lines), { sha256, ...observer });
  const allocation = allocate(charges, { config, usage, period: parsePeriod(about.period) });
  const { reconciliation, fingerprint } = charges;
  const snapshot = snapshotHash({ ...about, fingerprint, usage, config, sha256 });
  const report = showback({ ...about, snapshot, allocation, reconciliation, groupBy: ["team"], where: {} });
  return { allocation, attributed: charges, snapshot, report, lines: lines.length };
}

/** Stands in for a hash where none is looked at. */
function lengthOf(text: string): string {
  return text.length.toString(16);
}
