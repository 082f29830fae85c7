import { existsSync } from "node:fs";
import { fileConfigurations } from "@tagledger/adapters/node/configuration";
import { nodeHash } from "@tagledger/adapters/node/hash";
import type { Config } from "@tagledger/core/config/definition";
import { badInput } from "@tagledger/core/errors";
import type { Rules } from "@tagledger/core/flows/rules";
import { rulesInForce } from "@tagledger/core/flows/rules-in-force";
import type { Configurations, Ledger } from "@tagledger/core/ports";
import { CONFIG_FILE, findConfig } from "./config-file.ts";

/** How a configuration is named that may be deployed. */
export const IN_FORCE =
  "the configuration in force: a file, or s3://BUCKET/KEY (default: tagledger.yaml here)";

/** A configuration to look at something with: the one named, or found, or the defaults. */
export async function configToLook(path: string | undefined): Promise<Config> {
  return path?.startsWith("s3://") ? (await (await inForce(path)).current()).config : findConfig(path);
}

/**
 * The configuration by which something is noted or done: never the defaults, which nobody chose.
 *
 * @throws bad-input where there is none
 */
export async function inForce(path: string = CONFIG_FILE): Promise<Configurations> {
  if (path.startsWith("s3://")) {
    const { openS3Configurations } = await import("@tagledger/adapters/aws/open-s3");
    return openS3Configurations(path, nodeHash);
  }
  if (!existsSync(path)) {
    throw badInput(`${path}: there is no such configuration; --config names the one in force`, {
      file: path,
    });
  }
  return fileConfigurations(path, nodeHash);
}

/** What a configuration in force says at this instant, with the rules that were turned on. */
export async function rulesOfLedger(configurations: Configurations, ledger: Ledger): Promise<Rules> {
  return (await rulesInForce({ configurations, ledger, hash: nodeHash })()).rules;
}
