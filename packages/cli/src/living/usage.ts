import { dirname } from "node:path";
import { pathsOf } from "@tagledger/adapters/usage/files/paths";
import type { Config } from "@tagledger/core/config/definition";
import type { UploadRecords } from "@tagledger/core/ports/uploads";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import type { CliPorts } from "../compose.ts";
import { configuredSources } from "../usage/sources.ts";
import { namedUsage } from "./named-usage.ts";
import type { Sources } from "./sources.ts";

/**
 * What tells the usage of a bill: the files that were named, which take the place of those that the configuration names,
 * and all else that it names or somebody uploaded.
 */
export async function usageOf(
  ports: CliPorts,
  { uploads }: { readonly uploads: UploadRecords },
  { config, configFile, usage }: Pick<Sources, "config" | "configFile" | "usage">,
): Promise<readonly UsageSource[]> {
  if (usage.length === 0) return configuredSources(config, configFile, uploads);
  const others: Config = { ...config, usage: config.usage.filter(({ kind }) => !isFile(kind)) };
  return [namedUsage(usage, config, ports.usage), ...(await configuredSources(others, configFile, uploads))];
}

/** The files of usage that are read. */
export async function usageFiles({
  config,
  configFile,
  usage,
}: Pick<Sources, "config" | "configFile" | "usage">): Promise<string[]> {
  if (usage.length > 0) return [...usage];
  const base = dirname(configFile ?? ".");
  const named = config.usage.flatMap((source) =>
    source.kind === "csv" || source.kind === "json" ? [source.path] : [],
  );
  return (await Promise.all(named.map((path) => pathsOf(path, base)))).flat();
}

/** Whether all usage is in files, of which the next start can see whether they are as they were. */
export function isAllInFiles({ usage }: Pick<Config, "usage">): boolean {
  return usage.every(({ kind }) => isFile(kind));
}

function isFile(kind: string): boolean {
  return kind === "csv" || kind === "json";
}
