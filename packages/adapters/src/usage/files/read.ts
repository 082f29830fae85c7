import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import type { Usage } from "@tagledger/core/ports";
import { csvRows } from "./csv.ts";
import { findUsageFiles, formatOf, type UsageFormat } from "./find.ts";
import { jsonRows } from "./json.ts";
import { usageText } from "./text.ts";

/**
 * Reads usage that people hand in: CSV with the columns `start,end,pool,team,metric,quantity` and, where known,
 * `project,workload,environment,experiment`, or JSON with the same names; each as it is or gzipped.
 *
 * @example await fileUsage().read(["usage.csv"]) // [{ pool: "eks-gpu", team: "fraud-detection", ... }]
 */
export function fileUsage(): Usage {
  return {
    async read(paths) {
      const files = await findUsageFiles(paths);
      return (await Promise.all(files.map((file) => usageIn(file)))).flat();
    },
  };
}

/** The rows of a text, which is read as the name of its file says. */
export function rowsIn(file: string, text: string, otherwise: UsageFormat): UsageRow[] {
  return (formatOf(file) ?? otherwise) === "json" ? jsonRows(file, text) : csvRows(file, text);
}

/**
 * The rows of a file, which is read as its name says.
 *
 * @param otherwise how it is read where its name says nothing
 * @throws bad-input naming file and line where a row cannot be read
 */
export async function usageIn(file: string, otherwise: UsageFormat = "csv"): Promise<UsageRow[]> {
  return rowsIn(file, await usageText(file), otherwise);
}
