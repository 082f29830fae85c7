import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { handedInText } from "@tagledger/adapters/usage/files/handed-in";
import { usageTextIn } from "@tagledger/adapters/usage/files/text";
import { badInput } from "@tagledger/core/errors";
import { type Uploaded, uploadUsage } from "@tagledger/core/flows/upload-usage";
import { withdrawUpload } from "@tagledger/core/flows/withdraw-upload";
import type { Upload } from "@tagledger/core/ports/uploads";
import { visible } from "@tagledger/core/text/visible";
import { Command } from "commander";
import { IN_FORCE, inForce } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";
import { personOf } from "../person.ts";
import { uploadJson } from "../usage/upload-json.ts";

interface UploadOptions {
  readonly withdraw?: boolean;
  readonly by?: string;
  readonly config?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger upload FILE`: hands in usage, which is read whenever a month is divided from then on. */
export function uploadCommand(): Command {
  return new Command("upload")
    .description("hand in usage as CSV or JSON, which is read whenever a month is divided from then on")
    .argument("<file>", "a file, which replaces what was uploaded under its name before; it may be gzipped")
    .option("--withdraw", "take back what was uploaded under this name")
    .option("--by <name>", "who uploads (default: the user of this machine)")
    .option("-c, --config <file>", IN_FORCE)
    .addOption(ledgerOption())
    .option("--json", "what was kept, for programs")
    .addHelpText(
      "after",
      "\nA file is kept whole or not at all: every row is held against the configuration first.",
    )
    .action(upload);
}

async function upload(file: string, options: UploadOptions): Promise<void> {
  const by = personOf(options.by);
  // Gzip is how it came, not what it is called.
  const name = basename(file).replace(/\.gz$/i, "");
  const text = options.withdraw === true ? null : await readText(file);
  await withLedger(options.ledger, async ({ uploads, config: filledBy }) => {
    const now = Date.now();
    if (text === null) return tell(await withdrawUpload(uploads, { name, by, now }), "withdrawn", options);
    const { config } = await (await inForce(options.config ?? filledBy)).current();
    const ports = { uploads, text: handedInText(), hash: nodeHash };
    const { upload: kept, outcome } = await uploadUsage(ports, config, { name, text, by, now });
    await tell(kept, outcome, options);
  });
}

async function tell(
  upload: Upload,
  outcome: Uploaded["outcome"] | "withdrawn",
  { json }: UploadOptions,
): Promise<void> {
  if (json === true) await print(`${JSON.stringify({ outcome, ...uploadJson(upload) }, null, 2)}\n`);
  const words = {
    kept: "kept",
    replaced: "kept in the place of what was",
    again: "there already",
    withdrawn: "withdrawn",
  };
  note(`${visible(upload.name)}: ${upload.rows} rows of ${upload.periods.join(", ")}, ${words[outcome]}`);
}

async function readText(file: string): Promise<string> {
  try {
    return usageTextIn(file, await readFile(file));
  } catch (cause) {
    if (!(cause instanceof Error) || !("code" in cause) || cause.code !== "ENOENT") throw cause;
    throw badInput(`${file}: there is no such file`, { file }, cause);
  }
}
