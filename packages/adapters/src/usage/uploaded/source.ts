import { pooled } from "@tagledger/core/config/consumers";
import type { Pool } from "@tagledger/core/config/definition/costs";
import { isUsagePool } from "@tagledger/core/costs/sharing/is-usage-pool";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import type { Upload, UploadRecords } from "@tagledger/core/ports/uploads";
import type { UsageReading, UsageSource } from "@tagledger/core/ports/usage-sources";
import { handedInText } from "../files/handed-in.ts";
import { spanOf } from "../hours.ts";
import { rowCoverage } from "../row-coverage.ts";

/** How many months back a pool may fall on the usage of an earlier one. */
const MONTHS_BACK = 12;

/** What uploads are read with. */
export interface UploadedOptions {
  readonly uploads: Pick<UploadRecords, "list" | "read">;
  /** All pools of the configuration. */
  readonly pools: readonly Pool[];
}

/**
 * Usage that was uploaded and not withdrawn, with that of the year before, on which a pool may fall back. It was held
 * against the configuration when it was uploaded: what that knows no more holds up no month, and is told.
 *
 * @example uploadedUsage({ uploads, pools: config.pools }).read({ period, until })
 */
export function uploadedUsage({ uploads, pools }: UploadedOptions): UsageSource {
  const all = new Set(pools.map(({ name }) => name));
  const divided = new Set(pools.filter(isUsagePool).map(({ name }) => name));
  const isKnown = ({ pool, team }: UsageRow) => divided.has(pool) && all.has(pooled(team) ?? pool);
  return {
    kind: "uploaded",
    name: "uploaded",
    pools: [...divided],
    async read(query): Promise<UsageReading> {
      const { name, end } = query.period;
      const rows: UsageRow[] = [];
      const notes: string[] = [];
      for (const upload of (await uploads.list()).filter((each) => isWanted(each, name))) {
        const text = await uploads.read(upload.hash);
        const own = handedInText()
          .rows(`uploaded ${upload.name}`, text)
          .filter(({ start }) => start < end);
        for (const row of own) if (isKnown(row)) rows.push(row);
        const strange = own.filter((row) => !isKnown(row)).map(({ pool }) => pool);
        if (strange.length > 0) notes.push(noteOf(upload, strange));
      }
      return { rows, coverage: rowCoverage(rows, spanOf(query)), notes };
    },
  };
}

function isWanted({ withdrawn, periods }: Upload, period: string): boolean {
  const from = monthsBefore(period, MONTHS_BACK);
  return withdrawn === null && periods.some((month) => from <= month && month <= period);
}

function noteOf({ name }: Upload, pools: readonly string[]): string {
  const named = [...new Set(pools)].sort().join(", ");
  return `${name}: ${pools.length} rows are left out, as their pools are not divided by usage any more: ${named}`;
}

/** @example monthsBefore("2026-01", 1) // "2025-12" */
function monthsBefore(period: string, count: number): string {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - count)).toISOString().slice(0, 7);
}
