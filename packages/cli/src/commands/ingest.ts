import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { claimFolder } from "@tagledger/adapters/sqlite/claim-folder";
import { asOne, badInput, TagledgerError } from "@tagledger/core/errors";
import { ingest } from "@tagledger/core/flows/ingest";
import type { Ingested } from "@tagledger/core/flows/ingest/request";
import { Command } from "commander";
import { cellsOption } from "../bills/cells-option.ts";
import { ingestedText } from "../bills/ingested-text.ts";
import { placesOf } from "../bills/places.ts";
import { ingestPorts } from "../bills/ports.ts";
import { versionJson } from "../bills/version-json.ts";
import { EXIT } from "../exit.ts";
import { filled } from "../filled.ts";
import { IN_FORCE, inForce } from "../in-force.ts";
import { ledgerOption, withMadeLedger } from "../named-ledger.ts";
import { print } from "../output.ts";
import { endProgress } from "../progress.ts";

interface IngestOptions {
  readonly ledger?: string;
  readonly cells?: string;
  readonly config?: string;
  readonly insteadOf?: string;
  readonly as?: string;
  readonly again?: boolean;
  readonly json?: boolean;
}

/** `tagledger ingest PATH|s3://…`: takes in the bills that were delivered at places. */
export function ingestCommand(): Command {
  return new Command("ingest")
    .description(
      "take in bills as they were delivered: exactly once, whole or not at all, whatever is restated",
    )
    .argument(
      "[place...]",
      "manifests, files, folders or s3://BUCKET/PREFIX (default: the bills of the configuration)",
    )
    .addOption(ledgerOption())
    .addOption(cellsOption())
    .option("-c, --config <file>", IN_FORCE)
    .option("--instead-of <export>", "an export whose place this one takes, as both hold the same bill")
    .option("--as <name>", "what the export is called here, where another one bears its name")
    .option("--again", "read once more what is read already, as where its kept cells were lost")
    .option("--json", "what became of each bill, with exact amounts")
    .addHelpText(
      "after",
      "\nExits with 2 where a bill is refused, and with 3 where one could not be reached.",
    )
    .action(takeIn);
}

async function takeIn(named: readonly string[], options: IngestOptions): Promise<void> {
  const as = options.as === undefined ? undefined : filled("--as", options.as);
  const { config, hash: configuration } = await (await inForce(options.config)).current();
  const places = named.length > 0 ? named : placesOf(config, options.config);
  if (places.length === 0)
    throw badInput("ingest: name where bills are delivered, here or under bills in the configuration");
  const all: Ingested[] = [];
  const failures: TagledgerError[] = [];
  // Who comes second works in a folder that nobody goes on with.
  const claimed = claimFolder(join(tmpdir(), `tagledger-bills-${userInfo().uid}`));
  const ingestPlaces = { cells: options.cells, folder: claimed?.folder ?? null };
  await withMadeLedger(options.ledger, async (opened) => {
    for (const place of places) {
      try {
        const ports = await ingestPorts(place, opened, ingestPlaces);
        const { insteadOf, again } = options;
        const request = { place, config, configuration, clock: Date.now, insteadOf, as, again };
        for await (const ingested of ingest(ports, request)) {
          all.push(ingested);
          endProgress();
          if (options.json !== true) await print(ingestedText(ingested));
        }
      } catch (error) {
        // What cannot be reached now keeps nobody from the other places.
        if (!(error instanceof TagledgerError)) throw error;
        failures.push(error);
      } finally {
        endProgress();
      }
    }
  }).finally(() => claimed?.release());
  if (options.json === true) await print(`${JSON.stringify(all.map(ingestedJson), null, 2)}\n`);
  if (all.some(({ outcome }) => outcome === "refused")) process.exitCode = EXIT.badInput;
  const failure = asOne(failures);
  if (failure !== undefined) throw failure;
}

function ingestedJson({ outcome, version, reason }: Ingested) {
  return { ...versionJson(version), outcome, reason };
}
