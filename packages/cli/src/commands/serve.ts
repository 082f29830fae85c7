import { apiHandler } from "@tagledger/api/handler";
import { Command, Option } from "commander";
import { configToLook } from "../in-force.ts";
import { untilStopped } from "../living/stop.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note } from "../output.ts";
import { readPage } from "../serve/page.ts";
import { serve } from "../serve/server.ts";
import { localSystem } from "../serve/system.ts";
import { wholeNumber } from "../values.ts";

const PORT = 4180;

interface ServeOptions {
  readonly ledger?: string;
  readonly config?: string;
  readonly port: number;
}

/** `tagledger serve`: shows what a ledger holds, on this machine only. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("serve the API and the page of a ledger on this machine, to whoever uses it")
    .addOption(ledgerOption())
    .option(
      "-c, --config <file>",
      "the configuration (default: the one that filled the ledger, else tagledger.yaml here)",
    )
    .addOption(
      new Option("-p, --port <number>", "the port; 0 for any that is free")
        .argParser(wholeNumber)
        .default(PORT),
    )
    .action(serveLedger);
}

async function serveLedger({ ledger: named, config: path, port }: ServeOptions): Promise<void> {
  const page = readPage();
  await withLedger(named, async ({ prices, config: filledBy, ...stores }) => {
    const config = await configToLook(path ?? filledBy);
    const api = apiHandler(localSystem(stores, { config, prices }));
    const server = await serve({ page, api }, port);
    const stopped = untilStopped();
    note(`Tagledger is at ${server.url} · Ctrl-C stops it`);
    note("It answers this machine only, and asks nobody for a password.");
    await stopped;
    await server.close();
  });
}
