import type { FileSource } from "@tagledger/core/config/definition/usage/files";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import type { UsageReading, UsageSource } from "@tagledger/core/ports/usage-sources";
import { spanOf } from "../hours.ts";
import { rowCoverage } from "../row-coverage.ts";
import { findUsageFiles } from "./find.ts";
import { pathsOf } from "./paths.ts";
import { usageIn } from "./read.ts";

/** What files of usage are read with. */
export interface FilesOptions {
  readonly source: FileSource;
  /** The pools that are divided by usage: the rows say which of them they are of. */
  readonly pools: readonly string[];
  /** The folder in which relative paths begin. */
  readonly base: string;
}

/**
 * Usage that people hand in, with that of earlier months, on which a pool may fall back. An hour of a pool and metric is
 * known where any row covers it.
 *
 * @example filesUsage({ source: { kind: "csv", path: "usage/*.csv" }, pools, base: "." }).read({ period, until })
 */
export function filesUsage({ source, pools, base }: FilesOptions): UsageSource {
  return {
    kind: source.kind,
    name: `${source.kind} ${source.path}`,
    pools,
    handedIn: true,
    async read(query): Promise<UsageReading> {
      const { end } = query.period;
      const files = await findUsageFiles(await pathsOf(source.path, base), [source.kind]);
      const rows: UsageRow[] = [];
      for (const file of files) {
        for (const row of await usageIn(file, source.kind)) if (row.start < end) rows.push(row);
      }
      return { rows, coverage: rowCoverage(rows, spanOf(query)), notes: [] };
    },
  };
}
