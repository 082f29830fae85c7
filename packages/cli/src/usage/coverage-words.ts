import type { Coverage } from "@tagledger/core/costs/sharing/coverage";
import { figure } from "@tagledger/core/reports/audit/tables";
import type { SnapshotSource } from "@tagledger/core/snapshots/snapshot";
import { visible } from "@tagledger/core/text/visible";

/**
 * Says what a source gave, or why it gave nothing, and below it what it cannot see.
 *
 * @example sourceLines(source) // ["csv usage.csv: 1,204 rows"]
 */
export function sourceLines({ name, rows, notes, problem }: SnapshotSource): string[] {
  const gave =
    problem === null ? `${figure(rows)} ${rows === 1 ? "row" : "rows"}` : `not read: ${visible(problem)}`;
  return [`${visible(name)}: ${gave}`, ...notes.map((each) => `  ${visible(each)}`)];
}

/**
 * Says of how many hours something is known.
 *
 * @example coverageWords({ pool: "gpu", metric: "gpu-hours", hours: 700, of: 720 }) // "gpu gpu-hours: 700 of 720 hours"
 */
export function coverageWords({ pool, metric, hours, of }: Coverage): string {
  return `${visible(pool)} ${visible(metric)}: ${hours} of ${of} hours`;
}
