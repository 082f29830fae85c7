import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Config } from "@tagledger/core/config/definition";
import type { ScadSource } from "@tagledger/core/config/definition/usage/scad";
import { isUsagePool } from "@tagledger/core/costs/sharing/is-usage-pool";
import type { Deliveries } from "@tagledger/core/ports/ingestion";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import type { PartFetcher } from "../../deliveries/fetcher.ts";
import { askedPools } from "../pods/asked-pools.ts";
import { readSplits } from "./reading.ts";

/** What the split lines of bills are read with. */
export interface ScadSettings {
  readonly source: ScadSource;
  /** Says to which pools the charges of machines go. */
  readonly config: Config;
  /** Where bills are delivered: paths, or `s3://…`. */
  readonly places: readonly string[];
  /** What finds the deliveries at a place. */
  readonly deliveries: (place: string) => Promise<Pick<Deliveries, "find">>;
  readonly fetcher: PartFetcher;
  /** Where parts are brought; what is put there is removed again. */
  readonly folder: string;
}

/**
 * What pods and tasks reserved and used of their machines, as split cost allocation data in the bill tells it.
 *
 * @example await scadUsage({ source, config, places, deliveries, fetcher, folder }).read({ period, until })
 */
export function scadUsage(settings: ScadSettings): UsageSource {
  const { source, config, places, deliveries } = settings;
  const usagePools = config.pools.filter(isUsagePool);
  const pools = askedPools(usagePools, source.pools);
  const name = `scad ${places.join(", ")}`;
  return {
    kind: source.kind,
    name,
    pools: pools.map(({ pool }) => pool.name),
    async read(query) {
      if (pools.length === 0) return { rows: [], coverage: [], notes: [] };
      const found: Delivery[] = [];
      for (const place of places) found.push(...(await (await deliveries(place)).find(place)));
      const ofPeriod = found.filter(({ period }) => period === query.period.name);
      return readSplits({ ...settings, name, pools }, ofPeriod, query);
    },
  };
}
