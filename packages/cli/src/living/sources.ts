import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "@tagledger/core/config/definition";
import { badInput } from "@tagledger/core/errors";
import { CONFIG_FILE, findConfig, readConfigFile } from "../config-file.ts";
import { note } from "../output.ts";
import { sampleFiles } from "../sample/files.ts";
import { writeSample } from "../sample/write.ts";

/** Where everything is kept that the living system makes. */
const HOME = ".tagledger";

/** What may be chosen. */
export interface SourceOptions {
  readonly bill?: string[];
  readonly usage?: string[];
  readonly trail?: string[];
  readonly config?: string;
  readonly fresh?: boolean;
}

/** What the living system is fed with, and the file of its ledger. */
export interface Sources {
  readonly bill: readonly string[];
  readonly usage: readonly string[];
  readonly trail: readonly string[];
  readonly config: Config;
  /** Where the configuration is; undefined where it is the defaults. */
  readonly configFile: string | undefined;
  readonly ledger: string;
}

/**
 * Finds one's own files, or the sample company's, which are written where they are not there yet. Each has a ledger of
 * its own, so that an invented company never stands among real ones.
 *
 * @throws bad-input when there is usage and no bill that it could divide
 */
export async function findSources(options: SourceOptions): Promise<Sources> {
  const { bill = [], usage = [], trail = [] } = options;
  if (bill.length === 0 && usage.length > 0) throw badInput("--usage divides a bill: name one with --bill");
  if (bill.length + trail.length > 0) {
    return {
      bill,
      usage,
      trail,
      config: await findConfig(options.config),
      configFile: options.config ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined),
      ledger: join(HOME, "ledger.sqlite"),
    };
  }
  const folder = join(HOME, "sample");
  const files = sampleFiles(folder);
  // What was changed in the sample stays changed.
  const isThere = [...Object.values(files.before), files.bill, files.usage, files.trail, files.config].every(
    (path) => existsSync(path),
  );
  if (options.fresh === true || !isThere) {
    note(`Writing the sample company to ${folder} …`);
    await writeSample(folder);
  }
  const configFile = options.config ?? files.config;
  const { config } = await readConfigFile(configFile);
  return {
    bill: [files.before.bill, files.bill],
    // Its configuration names it.
    usage: [],
    trail: [files.trail],
    config,
    configFile,
    ledger: join(HOME, "sample.sqlite"),
  };
}
