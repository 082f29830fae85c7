import { apiHandler } from "@tagledger/api/handler";
import type { Ledger } from "@tagledger/core/ports";
import { Command, Option } from "commander";
import { type CliPorts, compose } from "./compose.ts";
import { exitCodeOf, reportError } from "./exit.ts";
import { render } from "./formats.ts";
import { takeInBill } from "./living/bill.ts";
import { takeInLog } from "./living/log.ts";
import { findSources, type SourceOptions, type Sources } from "./living/sources.ts";
import { untilStopped } from "./living/stop.ts";
import { takeIn } from "./living/take-in.ts";
import { note, writeOutput } from "./output.ts";
import { readPage } from "./serve/page.ts";
import { isFree, type RunningServer, type Served, serve } from "./serve/server.ts";
import { localSystem } from "./serve/system.ts";
import { wholeNumber } from "./values.ts";

const PORT = 4180;

interface StartOptions extends SourceOptions {
  readonly currency?: string;
  readonly port?: number;
}

/** `npm start`: the whole product on one machine, on the sample company or on one's own files. */
async function start(options: StartOptions): Promise<void> {
  const [ports, page, sources] = [compose(), readPage(), await findSources(options)];
  if (options.fresh === true) await ports.removeLedger(sources.ledger);
  const stores = await ports.openStores(sources.ledger);
  const { ledger } = stores;
  try {
    await takeInAll(ports, ledger, sources, options.currency);
    await showNewest(ledger);
    const api = apiHandler(localSystem(stores, { config: sources.config, prices: ports.prices }));
    const server = await serveSomewhere({ ledger, page, api }, options.port);
    // Whoever reads the address may stop at once.
    const stopped = untilStopped();
    note(`\nTagledger is at ${server.url} · Ctrl-C stops it`);
    note("It answers this machine only, and asks nobody for a password.");
    await stopped;
    await server.close();
  } finally {
    await ledger.close();
  }
  note("stopped");
}

/** Serves on the port that is wished; where none is, on the usual one unless that is taken. */
async function serveSomewhere(served: Served, port: number | undefined): Promise<RunningServer> {
  if (port !== undefined) return serve(served, port);
  return (await isFree(PORT)) ? serve(served, PORT) : serve(served, 0);
}

async function takeInAll(
  ports: CliPorts,
  ledger: Ledger,
  { bill, usage, trail, config }: Sources,
  currency: string | undefined,
): Promise<void> {
  const now = () => Date.now();
  const books = { ledger, ports, now };
  if (bill.length > 0) {
    await takeIn(books, { what: "bill", paths: bill, beside: usage, config }, () =>
      takeInBill(ports, ledger, { bill, usage, config, currency, asOf: now() }),
    );
  }
  if (trail.length > 0) {
    await takeIn(books, { what: "log", paths: trail, config }, () =>
      takeInLog(ports, ledger, { paths: trail, config }),
    );
  }
}

/** Prints the report of the newest period, as `tagledger report` does. */
async function showNewest(ledger: Ledger): Promise<void> {
  const newest = (await ledger.periods()).at(-1);
  if (newest === undefined) return;
  const published = await ledger.readReport(newest.period, "effective");
  if (published !== null) await writeOutput(`\n${render("text", published.report)}`, undefined);
}

const program = new Command("npm start --")
  .description("read a bill and a log into a ledger, and serve what it says on this machine")
  .option("-b, --bill <path...>", "files or folders of a bill")
  .option("-u, --usage <path...>", "CSV or JSON files or folders of usage")
  .option("-t, --trail <path...>", "files or folders of CloudTrail, taken to hold all tagging")
  .option("-c, --config <file>", "the configuration (default: tagledger.yaml here, else the five ml-* tags)")
  .option("--currency <code>", "the currency; needed where the bill holds several")
  .option("--fresh", "start over with an empty ledger")
  .addOption(
    new Option("-p, --port <number>", `the port (default: ${PORT}, or one that is free)`).argParser(
      wholeNumber,
    ),
  )
  .addHelpText(
    "after",
    "\nWithout a bill or a log, a sample company is written to .tagledger/sample and used.",
  )
  .exitOverride()
  .action(start);

try {
  await program.parseAsync();
} catch (error) {
  reportError(error);
  process.exitCode = exitCodeOf(error);
}
