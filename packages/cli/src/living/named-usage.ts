import { spanOf } from "@tagledger/adapters/usage/hours";
import { rowCoverage } from "@tagledger/adapters/usage/row-coverage";
import type { Config } from "@tagledger/core/config/definition";
import { isUsagePool } from "@tagledger/core/costs/sharing/is-usage-pool";
import type { Usage } from "@tagledger/core/ports";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";

/** Usage in files that somebody named, which take the place of those that the configuration names. */
export function namedUsage(paths: readonly string[], { pools }: Config, usage: Usage): UsageSource {
  return {
    kind: "csv",
    name: `csv ${paths.join(", ")}`,
    pools: pools.filter(isUsagePool).map(({ name }) => name),
    handedIn: true,
    async read(query) {
      const { end } = query.period;
      const rows = (await usage.read(paths)).filter(({ start }) => start < end);
      return { rows, coverage: rowCoverage(rows, spanOf(query)), notes: [] };
    },
  };
}
