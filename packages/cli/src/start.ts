import { rm } from "node:fs/promises";
import { apiHandler } from "@tagledger/api/handler";
import { readSnapshot } from "@tagledger/core/flows/find-snapshot";
import { Command, Option } from "commander";
import { cellsPlace } from "./bills/cells-option.ts";
import { type CliPorts, compose } from "./compose.ts";
import { exitCodeOf, reportError } from "./exit.ts";
import { render } from "./formats.ts";
import { type Books, takeInBill } from "./living/bill.ts";
import { takeInLog } from "./living/log.ts";
import { findSources, type SourceOptions, type Sources } from "./living/sources.ts";
import { untilStopped } from "./living/stop.ts";
import { takeIn } from "./living/take-in.ts";
import { isAllInFiles, usageFiles } from "./living/usage.ts";
import { note, writeOutput } from "./output.ts";
import { readPage } from "./serve/page.ts";
import { isFree, type RunningServer, type Served, serve } from "./serve/server.ts";
import { localSystem } from "./serve/system.ts";
import { wholeNumber } from "./values.ts";

const PORT = 4180;

interface StartOptions extends SourceOptions {
  readonly port?: number;
}

/** `npm start`: the whole product on one machine, on the sample company or on one's own files. */
async function start(options: StartOptions): Promise<void> {
  const [ports, page, sources] = [compose(), readPage(), await findSources(options)];
  if (options.fresh === true) await startOver(ports, sources.ledger);
  const stores = await ports.openStores(sources.ledger);
  const { ledger } = stores;
  try {
    const books = { ...stores, place: sources.ledger };
    await takeInAll(ports, books, sources);
    await showNewest(books);
    const api = apiHandler(localSystem(stores, { config: sources.config, prices: ports.prices }));
    const server = await serveSomewhere({ page, api }, options.port);
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

async function startOver(ports: CliPorts, place: string): Promise<void> {
  await ports.removeLedger(place);
  await rm(cellsPlace(undefined, place), { recursive: true, force: true });
}

/** Serves on the port that is wished; where none is, on the usual one unless that is taken. */
async function serveSomewhere(served: Served, port: number | undefined): Promise<RunningServer> {
  if (port !== undefined) return serve(served, port);
  return (await isFree(PORT)) ? serve(served, PORT) : serve(served, 0);
}

/** The log first: what resources were tagged with, and when, decides whose charges are that have no tags of their own. */
async function takeInAll(ports: CliPorts, books: Books, sources: Sources): Promise<void> {
  const { bill, trail, config } = sources;
  const reading = { ledger: books.ledger, ports, now: () => Date.now() };
  const log =
    trail.length > 0 &&
    (await takeIn(reading, { what: "log", paths: trail, config }, () =>
      takeInLog(ports, books.ledger, { paths: trail, config }),
    ));
  if (bill.length === 0) return;
  const files = await usageFiles(sources);
  const state = [`log ${log}`, ...(await uploadTexts(books))];
  const isKnown = isAllInFiles(config) && (await books.bills.periods()).length > 0;
  const input = { what: "bill", paths: bill, beside: files, state, always: !isKnown, config };
  await takeIn(reading, input, (again) => takeInBill(ports, books, { ...sources, again }));
}

/** What somebody uploaded, which a start takes into the months. */
async function uploadTexts({ uploads }: Books): Promise<string[]> {
  return (await uploads.list()).map(({ name, hash, withdrawn }) => JSON.stringify([name, hash, withdrawn]));
}

/** Prints the report of the newest month, as it stands in its snapshot. */
async function showNewest({ snapshots }: Books): Promise<void> {
  const read = (await snapshots.states()).filter((state) => state.basis === "effective");
  const period = read
    .filter((state) => state.snapshots.length > 0)
    .map((state) => state.period)
    .sort()
    .at(-1);
  if (period === undefined) return;
  const { report } = await readSnapshot(snapshots, { period, basis: "effective" });
  await writeOutput(`\n${render("text", report)}`, undefined);
}

const program = new Command("npm start --")
  .description("read a bill and a log into a ledger, and serve what it says on this machine")
  .option("-b, --bill <path...>", "files or folders of a bill")
  .option("-u, --usage <path...>", "CSV or JSON files or folders of usage")
  .option("-t, --trail <path...>", "files or folders of CloudTrail, taken to hold all tagging")
  .option("-c, --config <file>", "the configuration (default: tagledger.yaml here, else the five ml-* tags)")
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
