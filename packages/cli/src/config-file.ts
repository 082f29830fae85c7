import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Config } from "@tagledger/core/config/definition";
import { defaultConfig, type LoadedConfig, loadConfig } from "@tagledger/core/config/load";
import { badInput } from "@tagledger/core/errors";
import { note } from "./output.ts";

/** The file that is read where no other is named. */
export const CONFIG_FILE = "tagledger.yaml";

/**
 * Reads a configuration file.
 *
 * @throws bad-input when there is none, bad-configuration when it does not hold together
 */
export async function readConfigFile(path: string): Promise<LoadedConfig> {
  if (!existsSync(path)) {
    throw badInput(`${path}: there is no such configuration; \`tagledger init\` writes one to start from`, {
      file: path,
    });
  }
  return loadConfig(await readFile(path, "utf8"), path);
}

/** The configuration named, or the one that lies here, or the defaults. */
export async function findConfig(path: string | undefined): Promise<Config> {
  if (path !== undefined) return (await readConfigFile(path)).config;
  if (existsSync(CONFIG_FILE)) return (await readConfigFile(CONFIG_FILE)).config;
  note(`no ${CONFIG_FILE} here: reading the five ml-* tags, with every value of ml-team as a team`);
  return defaultConfig();
}
