import { existsSync } from "node:fs";
import { join } from "node:path";
import { jsonSchema } from "@tagledger/core/config/json-schema";
import { starter } from "@tagledger/core/config/starter";
import { badInput } from "@tagledger/core/errors";
import { Command } from "commander";
import { CONFIG_FILE } from "../config-file.ts";
import { note, writeWhole } from "../output.ts";

const SCHEMA_FILE = "tagledger.schema.json";

/** `tagledger init`: writes a configuration to start from, and its schema for editors. */
export function initCommand(): Command {
  return new Command("init")
    .description("write a commented tagledger.yaml to start from, and its JSON Schema for editors")
    .argument("[folder]", "where to write", ".")
    .option("--force", "replace a tagledger.yaml that is there")
    .action(async (folder: string, { force }: { force?: boolean }) => {
      const config = join(folder, CONFIG_FILE);
      if (existsSync(config) && force !== true) {
        throw badInput(`${config} exists; --force replaces it`, { file: config });
      }
      await writeWhole(join(folder, SCHEMA_FILE), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
      await writeWhole(config, starter());
      note(
        `wrote ${config} and ${join(folder, SCHEMA_FILE)}; \`tagledger check\` says whether it holds together`,
      );
    });
}
