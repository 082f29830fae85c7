import type { Config } from "@tagledger/core/config/definition";
import type { UsageSourceConfig } from "@tagledger/core/config/definition/usage";
import { teamsOf } from "@tagledger/core/config/teams";
import { isUsagePool } from "@tagledger/core/costs/sharing/is-usage-pool";
import type { Deliveries } from "@tagledger/core/ports/ingestion";
import type { UploadRecords } from "@tagledger/core/ports/uploads";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import type { PartFetcher } from "../deliveries/fetcher.ts";
import type { UsageClients } from "./clients.ts";
import { unreadDisk } from "./on-disk.ts";

/** Where the bills are whose rows split machines among pods. */
export interface DeliveredBills {
  /** Paths, or `s3://…`. */
  readonly places: readonly string[];
  /** What finds the deliveries at a place. */
  readonly deliveries: (place: string) => Promise<Pick<Deliveries, "find">>;
  readonly fetcher: PartFetcher;
}

/** The outside world as sources of usage need it. */
export interface SourcesOptions {
  /** The secret of a name, without the `secret:` before it. */
  readonly secret: (name: string) => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
  /** The time, in epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly clients: UsageClients;
  readonly bills: DeliveredBills;
  /** What was uploaded; read beside what the configuration names. */
  readonly uploads?: UploadRecords | undefined;
  /** The folder in which relative paths of the configuration begin; null where no disk is read. */
  readonly base: string | null;
  /** Where files lie while they are read. */
  readonly folder: string;
}

/**
 * The sources of usage that a configuration names, in its order, and what was uploaded; what a kind needs is loaded only where one is named.
 *
 * @example await usageSources(config, options) // [{ name: "cloudwatch FeatureStore", pools: ["feature-store"], … }]
 */
export async function usageSources(config: Config, options: SourcesOptions): Promise<UsageSource[]> {
  const named = await Promise.all(config.usage.map((source) => openSource(source, config, options)));
  return [...named, ...(await uploaded(config, options))];
}

/** What was uploaded, where anything was. */
async function uploaded({ pools }: Config, { uploads }: SourcesOptions): Promise<UsageSource[]> {
  const all = (await uploads?.list()) ?? [];
  if (uploads === undefined || all.every(({ withdrawn }) => withdrawn !== null)) return [];
  const { uploadedUsage } = await import("./uploaded/source.ts");
  return [uploadedUsage({ uploads, pools })];
}

async function openSource(
  source: UsageSourceConfig,
  config: Config,
  { fetch, secret, now, sleep, random, clients, bills, base, folder }: SourcesOptions,
): Promise<UsageSource> {
  const pools = config.pools.filter(isUsagePool);
  const asking = { fetch, secret, sleep, random };
  switch (source.kind) {
    case "prometheus": {
      const { prometheusUsage } = await import("./prometheus/prometheus.ts");
      const signed = source.region === undefined ? {} : { credentials: await clients.credentials() };
      return prometheusUsage({ source, pools, now, ...asking, ...signed });
    }
    case "opencost": {
      const { opencostUsage } = await import("./opencost/opencost.ts");
      return opencostUsage({ source, pools, ...asking });
    }
    case "scad": {
      const { scadUsage } = await import("./scad/scad.ts");
      return scadUsage({ source, config, ...bills, folder });
    }
    case "s3-inventory": {
      const { s3InventoryUsage } = await import("./s3-inventory/source.ts");
      return s3InventoryUsage({ source, client: await clients.s3(), folder });
    }
    case "s3-listing": {
      const { s3ListingUsage } = await import("./s3-listing/source.ts");
      return s3ListingUsage({ source, client: await clients.s3(), now });
    }
    case "cloudwatch": {
      const { cloudwatchUsage } = await import("./cloudwatch/source.ts");
      const client = await clients.cloudwatch(source.region);
      return cloudwatchUsage({ source, pools, teams: teamNames(config), client, now, sleep, random });
    }
    case "cloudtrail": {
      if (base === null && source.path !== undefined)
        return unreadDisk(source.kind, source.path, [source.pool]);
      const { cloudtrailUsage } = await import("./cloudtrail/source.ts");
      return cloudtrailUsage({
        source,
        teams: config.teams,
        client: clients.s3,
        base: base ?? folder,
        folder,
      });
    }
    case "csv":
    case "json": {
      // Only its rows say of which pools it is.
      if (base === null) return unreadDisk(source.kind, source.path, []);
      const { filesUsage } = await import("./files/source.ts");
      return filesUsage({ source, pools: pools.map(({ name }) => name), base });
    }
  }
}

/** All names that teams answer to. */
function teamNames(config: Config): string[] {
  const teams = teamsOf(config);
  const aliases = Object.values(config.teams).flatMap((team) => team.aliases.map(({ name }) => name));
  return [...new Set([...(teams === "open" ? [] : teams), ...aliases])];
}
