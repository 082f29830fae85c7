import { dirname, resolve } from "node:path";
import { csvUsage } from "@tagledger/adapters/usage/csv";
import type { Config } from "@tagledger/core/config/definition";
import { badInput } from "@tagledger/core/errors";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";

/**
 * The sources of usage that a configuration names; paths stand relative to its file.
 *
 * @throws bad-input where there is one that cannot be read from here
 */
export function configuredSources({ usage, pools }: Config, file: string | undefined): UsageSource[] {
  const folder = file === undefined || file.startsWith("s3://") ? "." : dirname(file);
  const divided = pools.filter(({ method }) => method === "usage").map(({ name }) => name);
  return usage.map((source) => {
    if (source.kind !== "csv")
      throw badInput(`usage: a source of the kind ${source.kind} cannot be read from here`, {
        kind: source.kind,
      });
    const path = resolve(folder, source.path);
    return {
      name: `csv ${source.path}`,
      pools: divided,
      handedIn: true,
      read: async () => ({ rows: await csvUsage().read([path]), coverage: [], notes: [] }),
    };
  });
}
